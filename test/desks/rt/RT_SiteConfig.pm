# The configuration of the project's own Request Tracker 5 (Debian's package) on SQLite.
# start.sh sets DESK_DATA (folder of everything it writes), DESK_DB (database file) and DESK_PORT.
use utf8;
Set($rtname, 'desk.example');
Set($Organization, 'desk.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, $ENV{DESK_PORT});
Set($WebBaseURL, "http://127.0.0.1:$ENV{DESK_PORT}");
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, $ENV{DESK_DB});
Set($DatabaseUser, '');
Set($DatabasePassword, '');
Set($Timezone, 'UTC');
Set($WebSessionClass, 'Apache::Session::File');
Set($LogToSyslog, '');
Set($LogToSTDERR, 'warning');
Set($MailCommand, 'testfile');    # no mail ever leaves the machine
Set($SetOutgoingMailFrom, 0);
Set($WebSecureCookies, 0);        # the desk is served over plain http, as many self-hosted ones are
Set($ShowHistory, 'scroll');      # the history arrives by XHR after the page: the harder case to read
Set($DisableGD, 1);
Set($DisableGraphViz, 1);
# Of the queue Showroom alone (rich.pl): other queues have no agreements, and none of these fields.
Set(%ServiceAgreements, (Default => '4h', Levels => { '4h' => { Resolve => { RealMinutes => 240 } }, '8h' => { Resolve => { RealMinutes => 480 } } }));
Set(%CustomFieldGroupings, 'RT::Ticket' => [
  Basics => ['Channels'], Dates => ['Rollout'], People => ['Account manager'], Contract => ['Contract until', 'Signed order'],
]);
# Caches and sessions beside the database, not in Debian's /var: they belong to this desk alone.
$RT::MasonDataDir    = "$ENV{DESK_DATA}/mason";
$RT::MasonSessionDir = "$ENV{DESK_DATA}/sessions";
1;
