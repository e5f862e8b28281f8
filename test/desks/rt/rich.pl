# One ticket with everything that RT's page of a ticket can show, and one of a long history, in a queue of their own.
# seed.pl runs it at its end.
use strict;
use warnings;
use utf8;

# in: what the seed knows: people by login, the group of agents, the password
sub seed_rich {
  my ($person, $agents, $password) = @_;
  my $system = RT->SystemUser;
  my $queue = RT::Queue->new($system);
  must($queue->Create(Name => 'Showroom', Description => 'Everything on one page', SubjectTag => '', SLADisabled => 0), 'queue Showroom');
  my $new_person = sub {
    my ($login, $name, $lang) = @_;
    my $record = RT::User->new($system);
    must($record->Create(Name => $login, RealName => $name, EmailAddress => "$login\@desk.example", Password => $password, Privileged => 1, Lang => $lang), "user $login");
    return $record;
  };
  # One who reads German and the newest first, one who may only look at what she is told of.
  my $greta = $new_person->('greta', 'Greta Schön', 'de');
  must($agents->AddMember($greta->PrincipalId), 'member of Desk agents');
  must($greta->SetPreferences($RT::System, { OldestTransactionsFirst => 0 }), 'the newest first');
  my $lena = $new_person->('lena', 'Lena Ortiz', 'en');
  must($queue->RoleGroup('Cc')->PrincipalObj->GrantRight(Right => $_, Object => $queue), "right $_ of Cc") for qw(ShowTicket);
  must($queue->RoleGroup('Requestor')->PrincipalObj->GrantRight(Right => $_, Object => $queue), "right $_ of Requestor") for qw(ShowTicket ReplyToTicket);

  # --- custom fields of every type; how they are grouped stands in RT_SiteConfig.pm --------------------------------------
  my %field;
  for my $spec (
    ['Channels', 'Select', 0, ['Mail', 'Phone', 'Chat']],
    ['Region', 'Combobox', 1, ['EMEA']],
    ['Contract until', 'Date', 1],
    ['Rollout', 'DateTime', 1],
    ['Hosts', 'IPAddress', 0],
    ['Network', 'IPAddressRange', 1],
    ['Effect on the customer', 'Text', 1],
    ['Cause', 'Wikitext', 1],
    ['Summary for the board', 'HTML', 1],
    ['Account manager', 'Autocomplete', 1, ['Priya Raman']],
    # Named as what RT itself shows: it stands beside that, and never for it.
    ['Owner', 'Freeform', 1],
    ['Größe & Farbe', 'Freeform', 1],
    ['Log', 'Freeform', 1],
    ['Signed order', 'Binary', 1],
    ['Not yet known', 'Freeform', 1],
  ) {
    my ($name, $type, $max, $values) = @$spec;
    my $record = RT::CustomField->new($system);
    must($record->Create(
      Name => $name, Type => $type, MaxValues => $max, LookupType => 'RT::Queue-RT::Ticket',
      EntryHint => ($name eq 'Region' ? 'Where the customer is' : ''),
    ), "custom field $name");
    must($record->SetLinkValueTo('https://logs.example/__CustomField__'), 'link of Log') if $name eq 'Log';
    must($record->AddValue(Name => $_), "value $_ of $name") for @{ $values || [] };
    must($record->AddToObject($queue), "custom field $name of Showroom");
    $field{$name} = $record->Id;
  }
  for my $spec (['Engineer on duty', 1], ['Observers', 0]) {
    my $role = RT::CustomRole->new($system);
    must($role->Create(Name => $spec->[0], MaxValues => $spec->[1]), "role $spec->[0]");
    must($role->AddToObject($queue->Id), "role $spec->[0] of Showroom");
    $field{ $spec->[0] } = $role->GroupType;
  }

  # --- the ticket ----------------------------------------------------------------------------------------------------------
  my $create = sub {
    my %how = @_;
    my $ticket = RT::Ticket->new($system);
    my ($id, undef, $message) = $ticket->Create(Queue => $queue->Id, Requestor => 'dana.whitlock@northwindclinic.example', %how);
    must($id, $message, "ticket $how{Subject}");
    $ticket->Load($id);
    return $ticket;
  };
  my $parent = $create->(Subject => 'Month-end close', MIMEObj => mail('dana.whitlock@northwindclinic.example', 'We close on Friday.'));
  my $child = $create->(Subject => 'Fix the formatter', Owner => $person->{jonas}->Id);
  my $gone = $create->(Subject => 'An old table', Status => 'resolved');
  my $first = mail('dana.whitlock@northwindclinic.example', "The export is blank.\n\n  indented\nWe have 43 to send.", 'Everything that a ticket shows');
  $first->attach(Type => 'text/plain', Filename => 'console.txt', Disposition => 'attachment', Data => ['TypeError: undefined']);
  my $ticket = $create->(
    Subject => 'Everything that a ticket shows',
    Requestor => ['dana.whitlock@northwindclinic.example', 'tomas.reyes@lakesidefreight.example'],
    Cc => 'lena@desk.example', AdminCc => 'priya@desk.example', Owner => $person->{amara}->Id, Status => 'open', Priority => 80, FinalPriority => 100,
    SLA => '4h', TimeEstimated => 390, TimeWorked => 95, TimeLeft => 30,
    Starts => '2026-11-02 09:00:00', Started => '2026-11-03 09:30:00', Told => '2026-11-20 10:00:00', Due => '2027-01-15 17:00:00',
    MemberOf => $parent->Id, DependsOn => [$child->Id, $gone->Id], RefersTo => 'https://status.example/incident/7',
    $field{'Engineer on duty'} => 'jonas', $field{Observers} => ['priya', 'greta'],
    'CustomField-' . $field{Channels} => ['Mail', 'Chat'],
    'CustomField-' . $field{Region} => 'EMEA',
    'CustomField-' . $field{'Contract until'} => '2027-06-30',
    'CustomField-' . $field{Rollout} => '2027-02-03 08:00:00',
    'CustomField-' . $field{Hosts} => ['10.0.0.7', '10.0.0.8'],
    'CustomField-' . $field{Network} => '10.0.0.0-10.0.0.255',
    'CustomField-' . $field{'Effect on the customer'} => "Nobody can send invoices.\n\n43 are due on Friday.",
    'CustomField-' . $field{Cause} => "* the *currency* table\n* a missing rate",
    'CustomField-' . $field{'Summary for the board'} => '<p>Invoices are <b>late</b>.</p><ul><li>EUR</li><li>USD</li></ul>',
    'CustomField-' . $field{'Account manager'} => 'Priya Raman',
    'CustomField-' . $field{Owner} => 'Northwind Clinic Ltd',
    'CustomField-' . $field{'Größe & Farbe'} => 'XL / blau',
    'CustomField-' . $field{Log} => 'INV-20931',
    MIMEObj => $first,
  );
  my ($ok, $why) = $ticket->AddCustomFieldValue(
    Field => $field{'Signed order'}, Value => 'order.pdf', LargeContent => '%PDF', ContentType => 'application/pdf',
  );
  must($ok, $why, 'file of Signed order');
  $create->(Subject => 'Tell the customer', MemberOf => $ticket->Id);
  $create->(Subject => 'The invoice run of December', DependsOn => $ticket->Id);

  my $as = sub {
    my ($login, $id) = @_;
    my $seen = RT::Ticket->new(RT::CurrentUser->new($login));
    $seen->Load($id);
    return $seen;
  };
  my $reminders = RT::Reminders->new(RT::CurrentUser->new('priya'));
  $reminders->Ticket($ticket->Id);
  must($reminders->Add(Subject => 'Call Dana', Owner => $person->{amara}->Id, Due => '2027-01-10 09:00:00'), 'reminder');

  my @say = (
    ['amara', 'Correspond', "Thank you, we look at it.\n\nOn Friday Dana wrote:\n> The export is blank.\n> We have 43 to send.\n\nMore tomorrow."],
    ['amara', 'Comment', "Only for us: it is the rounding.\n\n    formatter.call(nil)"],
    ['jonas', 'Correspond', 'We found the cause.'],
  );
  for my $part (@say) {
    my ($login, $add, $text) = @$part;
    my ($said, $message) = $as->($login, $ticket->Id)->$add(MIMEObj => mail("$login\@desk.example", $text), TimeTaken => 5);
    must($said, $message, $add);
  }
  my $rich = MIME::Entity->build(
    From => 'dana.whitlock@northwindclinic.example', Type => 'text/html', Charset => 'UTF-8',
    Data => ['<p>It is <b>still</b> blank:</p><table><tr><td>EUR</td><td>2</td></tr><tr><td>USD</td><td>0</td></tr></table><ul><li>order 1</li></ul>'],
  );
  # As RT's mail gateway does it: in the customer's own name.
  must($as->('dana.whitlock@northwindclinic.example', $ticket->Id)->Correspond(MIMEObj => $rich), 'the mail as HTML');
  must($as->('jonas', $ticket->Id)->SetPriority(100), 'priority');
  must($as->('jonas', $ticket->Id)->SetStatus('stalled'), 'status');
  must($as->('amara', $ticket->Id)->Comment(Content => 'Back on Monday.'), 'the last comment');

  my $long = $create->(Subject => 'A ticket of two hundred messages', Owner => $person->{amara}->Id, MIMEObj => mail('dana.whitlock@northwindclinic.example', 'The first words.'));
  my $seen = $as->('amara', $long->Id);
  # Without RT's mails about each, and as one change of the database: else they take a quarter of a minute.
  $RT::Handle->BeginTransaction;
  must($seen->_NewTransaction(Type => ($_ % 2 ? 'Correspond' : 'Comment'), MIMEObj => mail('amara@desk.example', "Message number $_."), ActivateScrips => 0), undef, "message $_") for 1 .. 200;
  $RT::Handle->Commit;
  print join(' ', $ticket->Id, $long->Id), "\n";
}
1;
