#!/usr/bin/perl
# Fills a new Request Tracker database with the people, queues, custom fields and cases of ../cases.json.
# start.sh runs it once on a database that was just made, and sets RT_SITE_CONFIG, RT_SITE_CONFIG_DIR and DESK_CASES.
# Every failure ends it: a half-seeded desk is never used.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use RT;
RT::LoadConfig();
RT::Init();
use JSON;
use MIME::Entity;

my $cases = do { local $/; open my $file, '<', $ENV{DESK_CASES} or die "cannot read $ENV{DESK_CASES}: $!\n"; decode_json(<$file>) };
my $system = RT->SystemUser;
my %level = (Urgent => 100, High => 80, Normal => 50, Low => 0);

# in: what an RT call returned (ok, message), and what it was for; out: the ok value
sub must {
  my ($ok, $message, $what) = @_;
  die "$what: " . ($message // 'failed') . "\n" unless $ok;
  return $ok;
}

sub mail {
  my ($from, $text, $subject) = @_;
  return MIME::Entity->build(
    From => $from, Type => 'text/plain', Charset => 'UTF-8',
    ($subject ? (Subject => Encode::encode('UTF-8', $subject)) : ()),
    Data => [Encode::encode('UTF-8', $text)],
  );
}

# --- people -------------------------------------------------------------------------------------------------------
my %person;
my $root = RT::User->new($system);
$root->Load('root');
$root->SetPassword($cases->{users}[0]{pass});
for my $user (@{ $cases->{users} }) {
  my $record = RT::User->new($system);
  must($record->Create(
    Name => $user->{login}, RealName => $user->{name}, EmailAddress => $user->{email},
    Password => $user->{pass}, Privileged => 1, Organization => ucfirst $user->{role},
  ), "user $user->{login}");
  $person{ $user->{login} } = $record;
}

my $agents = RT::Group->new($system);
must($agents->CreateUserDefinedGroup(Name => 'Desk agents'), 'group Desk agents');
must($agents->AddMember($_->PrincipalId), 'member of Desk agents') for values %person;
must($person{priya}->PrincipalObj->GrantRight(Right => 'SuperUser', Object => $RT::System), 'SuperUser for priya');
for my $right (qw(
  SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket OwnTicket TakeTicket
  StealTicket ReassignTicket WatchAsAdminCc Watch ShowOutgoingEmail SeeCustomField ModifyCustomField SetInitialCustomField
  ModifySelf ShowSavedSearches LoadSavedSearch CreateSavedSearch SeeGroup SeeDashboard ModifyOwnDashboard SeeOwnDashboard
  ForwardMessage ShowSearchBulkUpdate
)) {
  must($agents->PrincipalObj->GrantRight(Right => $right, Object => $RT::System), "right $right");
}

# --- queues and custom fields -------------------------------------------------------------------------------------
my %queue;
for my $name (@{ $cases->{queues} }) {
  my $record = RT::Queue->new($system);
  must($record->Create(Name => $name, Description => "$name queue", SubjectTag => ''), "queue $name");
  $queue{$name} = $record->Id;
}

my %field;
for my $spec (
  ['Severity', 'Select', 1, ['S1 - Critical', 'S2 - Major', 'S3 - Minor', 'S4 - Question']],
  ['Environment', 'Freeform', 1],
  ['Steps to reproduce', 'Text', 1],
  ['Tags', 'Freeform', 0],
  ['Ticket priority', 'Select', 1, ['Urgent', 'High', 'Normal', 'Low']],
) {
  my ($name, $type, $max, $values) = @$spec;
  my $record = RT::CustomField->new($system);
  must($record->Create(Name => $name, Type => $type, MaxValues => $max, LookupType => 'RT::Queue-RT::Ticket', Description => $name), "custom field $name");
  my $order = 0;
  must($record->AddValue(Name => $_, SortOrder => ++$order), "value $_ of $name") for @{ $values || [] };
  must($record->AddToObject(RT::Queue->new($system)), "custom field $name for all queues");
  $field{$name} = 'CustomField-' . $record->Id;
}

# --- customers and cases ------------------------------------------------------------------------------------------
my %customer;
for (@{ $cases->{customers} }) {
  my ($name, $email) = @$_;
  my $record = RT::User->new($system);
  must($record->Create(Name => $email, EmailAddress => $email, RealName => $name, Privileged => 0), "customer $email");
  $customer{$email} = $record;
}

for my $case (@{ $cases->{tickets} }) {
  my @conversation = @{ $case->{conv} };
  my $first = shift @conversation;
  my $ticket = RT::Ticket->new($system);
  my ($id, undef, $message) = $ticket->Create(
    Queue => $queue{ $case->{queue} },
    Subject => $case->{subject},
    Requestor => $case->{email},
    Owner => $case->{owner} ? $person{ $case->{owner} }->Id : RT->Nobody->Id,
    Priority => $level{ $case->{priority} },
    Status => $case->{status} eq 'new' ? 'new' : 'open',
    $field{Severity} => $case->{severity},
    $field{Environment} => $case->{environment},
    $field{'Steps to reproduce'} => $case->{steps},
    $field{Tags} => $case->{tags},
    $field{'Ticket priority'} => $case->{priority},
    MIMEObj => mail($case->{email}, $first->{text}, $case->{subject}),
  );
  must($id, $message, "case $case->{subject}");

  for my $part (@conversation) {
    my $as = $part->{by} ? RT::CurrentUser->new($person{ $part->{by} }->Name) : $system;
    my $from = $part->{by} ? $person{ $part->{by} }->EmailAddress : $case->{email};
    my $seen = RT::Ticket->new($as);
    $seen->Load($id);
    my $add = $part->{kind} eq 'N' ? 'Comment' : 'Correspond';
    my ($ok, $why) = $seen->$add(MIMEObj => mail($from, $part->{text}));
    must($ok, $why, "$add on case $id");
  }

  $ticket->Load($id);
  if ($ticket->Status ne $case->{status}) {
    my ($ok, $why) = $ticket->SetStatus($case->{status});
    must($ok, $why, "status of case $id");
  }
  print "#$id $case->{subject}\n";
}

use FindBin;
require "$FindBin::Bin/rich.pl";
seed_rich(\%person, $agents, $cases->{users}[0]{pass});
