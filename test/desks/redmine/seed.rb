# Fills a new Redmine database with the people, projects, custom fields and issues of ../cases.json.
# start.sh runs it once on a database that was just made, and sets DESK_CASES and DESK_PORT.
# Every failure ends it (save!): a half-seeded desk is never used.
require 'json'

desk = JSON.parse(File.read(ENV.fetch('DESK_CASES')))
STATUS = { 'new' => 'New', 'open' => 'In Progress', 'stalled' => 'Waiting on customer', 'resolved' => 'Resolved' }.freeze

ActionMailer::Base.delivery_method = :test
ActionMailer::Base.perform_deliveries = false
Setting.app_title = 'Baton desk'
Setting.notified_events = []
Setting.host_name = "127.0.0.1:#{ENV.fetch('DESK_PORT')}"
Setting.protocol = 'http'
Setting.default_language = 'en'
Setting.rest_api_enabled = '1'
Setting.login_required = '1'
Redmine::DefaultData::Loader.load('en')
['Escalated', 'Waiting on customer'].each { |name| IssueStatus.create!(name: name) }

# --- roles: whoever works on an issue may do all that hands it over --------------------------------------------------
agent = Role.find_by!(name: 'Developer')
lead = Role.find_by!(name: 'Manager')
[agent, lead].each do |role|
  role.add_permission!(
    :edit_issues, :set_notes_private, :view_private_notes, :move_issues, :copy_issues, :add_issues, :add_issue_notes,
    :edit_issue_notes, :add_issue_watchers
  )
  Tracker.all.each do |tracker|
    IssueStatus.all.to_a.permutation(2) do |from, to|
      WorkflowTransition.find_or_create_by!(tracker_id: tracker.id, role_id: role.id, old_status_id: from.id, new_status_id: to.id)
    end
  end
end

# --- people, each with a key for the REST API -----------------------------------------------------------------------
admin = User.find_by!(login: 'admin')
admin.update!(password: desk['users'][0]['pass'], must_change_passwd: false, mail: 'admin@desk.example')
people = desk['users'].to_h do |user|
  person = User.new(firstname: user['name'].split(' ', 2)[0], lastname: user['name'].split(' ', 2)[1], mail: user['email'], language: 'en')
  person.login = user['login']
  person.password = person.password_confirmation = user['pass']
  person.save!
  [user['login'], person]
end
[admin, *people.values].each { |person| Token.create!(user: person, action: 'api').update_column(:value, "deskkeyof#{person.login}") }

# --- projects and custom fields ---------------------------------------------------------------------------------------
projects = desk['queues'].to_h do |name|
  project = Project.new(name: name, identifier: name.downcase.gsub(/[^a-z0-9]+/, '-'), is_public: true)
  project.enabled_module_names = %w[issue_tracking time_tracking wiki]
  project.trackers = Tracker.all
  project.save!
  people.each { |login, person| Member.create!(project: project, user_id: person.id, roles: [login == 'priya' ? lead : agent]) }
  %w[Billing Auth Integrations].each { |category| IssueCategory.create!(project: project, name: category) }
  [name, project]
end

fields = [
  ['Severity', 'list', ['S1 - Critical', 'S2 - Major', 'S3 - Minor', 'S4 - Question']],
  ['Environment', 'string'], ['Steps to reproduce', 'text'], ['Tags', 'string'], ['Requester', 'string'], ['Requester email', 'string']
].to_h do |name, format, values|
  field = IssueCustomField.new(name: name, field_format: format, is_for_all: true, is_filter: true, editable: true)
  field.possible_values = values if values
  field.trackers = Tracker.all
  field.save!
  [name, field.id.to_s]
end

# --- issues: a customer's words come in through the admin, as by mail ------------------------------------------------
desk['tickets'].each do |ticket|
  from = "#{ticket['requester']} <#{ticket['email']}> wrote:"
  first, *rest = ticket['conv']
  User.current = admin
  issue = Issue.new(
    project: projects[ticket['queue']], tracker: Tracker.find_by!(name: 'Support'), author: admin, subject: ticket['subject'],
    description: "#{from}\n\n#{first['text']}", status: IssueStatus.find_by!(name: STATUS.fetch(ticket['status'])),
    priority: IssuePriority.find_by!(name: ticket['priority']), assigned_to: people[ticket['owner']]
  )
  issue.custom_field_values = {
    fields['Severity'] => ticket['severity'], fields['Environment'] => ticket['environment'],
    fields['Steps to reproduce'] => ticket['steps'], fields['Tags'] => ticket['tags'].join(', '),
    fields['Requester'] => ticket['requester'], fields['Requester email'] => ticket['email']
  }
  issue.save!
  rest.each do |part|
    User.current = part['by'] ? people[part['by']] : admin
    issue = Issue.find(issue.id)
    journal = issue.init_journal(User.current, part['by'] ? part['text'] : "#{from}\n\n#{part['text']}")
    journal.private_notes = part['kind'] == 'N'
    issue.save!
  end
  puts "##{issue.id} #{issue.subject}"
end

load File.join(__dir__, 'rich.rb')
seed_rich(people, admin, agent, desk['users'][0]['pass'])
