# One issue with everything that Redmine's page of an issue can show, one of a long history and one that shows little, in a project of their own.
# seed.rb loads it at its end: `people`, `agent` and `admin` are its.
def rich_issue(project, admin, attributes)
  issue = Issue.new({ project: project, author: admin, priority: IssuePriority.find_by!(name: 'Normal') }.merge(attributes))
  issue.save!
  issue
end

def rich_file(name, text, author, container = nil, description = nil)
  file = Attachment.new(file: text, author: author, filename: name, content_type: 'text/plain', description: description)
  file.container = container if container
  file.save!
  file
end

def rich_save(issue, user, notes = '', internal: false, **change)
  User.current = user
  issue = Issue.find(issue.id)
  issue.init_journal(user, notes).private_notes = internal
  issue.attributes = change
  issue.save!
end

# --- people: one who reads German and the newest first, one who may only look -------------------------------------------
def rich_person(login, first, last, language, pass)
  person = User.new(firstname: first, lastname: last, mail: "#{login}@desk.example", language: language)
  person.login = login
  person.password = person.password_confirmation = pass
  person.save!
  person
end

def seed_rich(people, admin, agent, pass)
  # Redmine's own folder of files belongs to Debian's installation.
  Attachment.storage_path = ENV.fetch('DESK_FILES')
  User.current = admin
  # An issue with subtasks has dates, priority and progress of its own, and may be hidden from others.
  Setting.parent_issue_dates = Setting.parent_issue_priority = Setting.parent_issue_done_ratio = 'independent'
  agent.update!(issues_visibility: 'all')
  greta = rich_person('greta', 'Greta', 'Schön', 'de', pass)
  greta.pref.update!(comments_sorting: 'desc')
  lena = rich_person('lena', 'Lena', 'Ortiz', 'en', pass)
  onlooker = Role.create!(name: 'Onlooker', permissions: %i[view_issues], issues_visibility: 'all')
  agent.add_permission!(:manage_issue_relations, :manage_subtasks, :add_issue_watchers, :view_issue_watchers, :log_time, :view_time_entries, :view_changesets)

  inquiry = Tracker.new(name: 'Inquiry', default_status: IssueStatus.find_by!(name: 'New'))
  inquiry.core_fields = %w[description]
  inquiry.save!
  project = Project.new(name: 'Showroom', identifier: 'showroom', is_public: true)
  project.enabled_module_names = %w[issue_tracking time_tracking repository]
  project.trackers = Tracker.all
  project.save!
  [greta, *people.values].each { |person| Member.create!(project: project, user_id: person.id, roles: [agent]) }
  Member.create!(project: project, user_id: lena.id, roles: [onlooker])
  version = Version.create!(project: project, name: '2.4')
  support = Tracker.find_by!(name: 'Support')

  # --- custom fields of every format ----------------------------------------------------------------------------------
  field = lambda do |name, format, how = {}|
    made = IssueCustomField.new({ name: name, field_format: format, editable: true }.merge(how))
    made.trackers = Tracker.all
    made.projects = [project]
    made.save!
    made
  end
  regions = field.call('Region', 'enumeration')
  regions.enumerations.create!(name: 'EMEA', position: 1)
  order = field.call('Signed order', 'attachment')
  values = {
    field.call('Channels', 'list', multiple: true, possible_values: %w[Mail Phone Chat]) => %w[Mail Chat],
    field.call('Log', 'link') => 'https://logs.example/INV-20931',
    field.call('Promised until', 'date') => '2027-02-03',
    field.call('Seats', 'int') => '43',
    field.call('Loss per day', 'float') => '1250.5',
    field.call('Under contract', 'bool') => '1',
    # Named as what Redmine itself shows: it stands beside that, and never for it.
    field.call('Owner', 'user') => people['priya'].id.to_s,
    field.call('Found in', 'version') => version.id.to_s,
    regions => regions.enumerations.first.id.to_s,
    field.call('Effect on the customer', 'text', text_formatting: 'full', full_width_layout: '1') =>
      "Nobody can send *invoices*:\n\n# open Billing\n# export\n\n|_. Currency |_. Pages |\n| EUR | 2 |\n| USD | 0 |",
    field.call('Not yet known', 'string') => ''
  }

  # --- the issue ---------------------------------------------------------------------------------------------------------
  parent = rich_issue(project, admin, tracker: support, subject: 'Month-end close')
  issue = rich_issue(
    project, admin,
    tracker: support, subject: 'Everything that an issue shows', parent_issue_id: parent.id, is_private: true,
    description: <<~TEXT,
      h2. What happens

      The export is *blank* since "Tuesday":https://status.example.
      Second line of the same paragraph.

      * one currency: fine
      ** EUR too
      # open the order
      # press Export

      |_. Order |_. Pages |
      | INV-20931 | 0 |

      > We have 43 to send.
      > Please hurry.

      <pre><code class="ruby">
      puts formatter.call(nil)
        indented
      </code></pre>

      {{collapse(Log)
      TypeError: undefined
      }}
    TEXT
    category: IssueCategory.create!(project: project, name: 'Billing'), fixed_version: version, start_date: '2026-11-02',
    due_date: '2027-01-15', done_ratio: 40, estimated_hours: 6.5,
    assigned_to: people['amara'], custom_field_values: values.to_h { |one, value| [one.id.to_s, value] }
  )
  CustomValue.find_by!(customized: issue, custom_field: order).tap do |value|
    value.update!(value: rich_file('order.txt', 'signed', admin, value).id.to_s)
  end
  child = rich_issue(project, admin, tracker: support, subject: 'Fix the formatter', parent_issue_id: issue.id, assigned_to: people['jonas'])
  rich_issue(project, admin, tracker: support, subject: 'Tell the customer', parent_issue_id: issue.id)
  other = rich_issue(project, admin, tracker: support, subject: 'Upgrade of the currency table')
  IssueRelation.create!(issue_from: issue, issue_to: other, relation_type: 'blocks')
  [people['priya'], greta].each { |person| Watcher.create!(watchable: issue, user: person) }
  rich_file('console.txt', 'TypeError', people['amara'], issue, 'What the browser says')
  rich_file('invoice.pdf', '%PDF', people['amara'], issue)
  TimeEntry.create!(project: project, issue: issue, user: people['amara'], author: people['amara'], hours: 1.5, spent_on: '2026-11-20',
                    activity: TimeEntryActivity.first, comments: 'Reproduced')
  repository = Repository::Git.create!(project: project, url: '/nonexistent', is_default: true)
  Changeset.create!(repository: repository, revision: '7', committer: 'jonas', user: people['jonas'], committed_on: Time.utc(2026, 11, 20),
                    comments: 'Ask the formatter twice').issues << issue

  rich_save(issue, people['amara'], "We look at it:\n\n* today\n* tomorrow\n\n> the customer's words\n\nand write @soon@.")
  rich_save(issue, people['amara'], status: IssueStatus.find_by!(name: 'In Progress'), done_ratio: 50)
  rich_save(issue, people['priya'], 'Only for us: it is the rounding.', internal: true)
  rich_save(issue, people['jonas'], 'Taken back: not the table.', priority: IssuePriority.find_by!(name: 'High'), fixed_version: nil)
  rich_save(issue, people['jonas'], fixed_version: version)

  # --- a long history, and an issue of a tracker without most of what Redmine knows ------------------------------------------
  long = rich_issue(project, admin, tracker: support, subject: 'An issue of two hundred journals', description: 'The first words.')
  now = Time.now.utc
  Journal.insert_all!(
    (1..200).map do |n|
      { journalized_id: long.id, journalized_type: 'Issue', user_id: people['amara'].id, notes: "Journal number #{n}.", created_on: now + n, private_notes: n.even? }
    end
  )
  rich_issue(project, admin, tracker: inquiry, subject: 'An issue that shows little', description: 'May I ask something?')
  puts "#{issue.id} #{child.id} #{long.id}"
end
