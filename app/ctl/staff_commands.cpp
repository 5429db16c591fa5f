// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/store/migrations.h"
#include "services/store/staff_logins.h"

#include <iostream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct StaffOptions {
  std::string name;
  std::vector<std::string> groups;
  bool readsPassword = false;
};

Result<store::StaffLogins> loginsOf(Composition &composition) {
  auto &database = composition.session().database;
  TENANTRY_TRY(version, store::schemaVersion(database));
  if (version == 0)
    return fail(u"store.not_migrated"_s,
                u"This database was not made by Tenantry. Run “tenantryctl migrate” first."_s);
  TENANTRY_TRY(prefix, store::rolePrefix(database));
  return store::StaffLogins(database, prefix);
}

Result<Answer> listStaff(Composition &composition) {
  TENANTRY_TRY(logins, loginsOf(composition));
  TENANTRY_TRY(all, logins.list());
  Answer answer;
  answer.json["staff"] = Json::array();
  TextTable table({u"login"_s, u"roles"_s, u"may connect"_s, u"sessions"_s});
  for (const auto &login : all) {
    answer.json["staff"].push_back({{"name", login.name},
                                    {"roles", login.groups},
                                    {"may_connect", login.mayConnect},
                                    {"sessions", login.sessions}});
    table.add({login.name, login.groups.join(u", "_s), login.mayConnect ? u"yes"_s : u"no"_s,
               QString::number(login.sessions)});
  }
  answer.text = table.toString();
  return answer;
}

/// The first line: a password in the command line would be seen by everybody on the machine.
QString passwordFromInput() {
  std::string line;
  std::getline(std::cin, line);
  return QString::fromStdString(line);
}

Result<Answer> addStaff(Composition &composition, const StaffOptions &options) {
  TENANTRY_TRY(logins, loginsOf(composition));
  const auto name = text(options.name);
  QStringList groups;
  for (const auto &group : options.groups)
    groups += text(group);
  groups.removeDuplicates();
  const auto password =
      options.readsPassword ? passwordFromInput() : store::StaffLogins::makePassword();
  TENANTRY_CHECK(logins.add(name, groups, password));
  Answer answer{{{"name", name}, {"roles", groups}, {"password", nullptr}},
                u"%1 may connect, as %2.\n"_s.arg(name, groups.join(u", "_s))};
  if (!options.readsPassword) {
    answer.json["password"] = password;
    answer.text += u"The password, which is shown only now: %1\n"_s.arg(password);
  }
  return answer;
}

Result<Answer> endStaff(Composition &composition, const StaffOptions &options) {
  TENANTRY_TRY(logins, loginsOf(composition));
  const auto name = text(options.name);
  TENANTRY_TRY(sessions, logins.end(name));
  return Answer{{{"name", name}, {"sessions_cut", sessions}},
                u"%1 connects no more; %2 sessions were cut.\n"_s.arg(name).arg(sessions)};
}

} // namespace

void addStaffCommands(CommandLine &line) {
  auto group = line.top().group("staff", "Logins of people, and of daemons, at the server");
  const auto options = std::make_shared<StaffOptions>();
  line.on(group.command("list", "Who may connect, and as what"),
          {.access = Access::Server, .work = listStaff});
  auto adds = group.command("add", "A new login, or one that had ended");
  adds.option("name", options->name, "Of the login").required();
  std::vector<std::string> roles;
  for (const auto &role : store::StaffLogins::groups())
    roles.push_back(role.toStdString());
  adds.option("--role", options->groups, "Its group; several times for several")
      .oneOf(roles)
      .required();
  adds.flag("--password-stdin", options->readsPassword,
            "The first line of standard input is the password; without it one is made and shown");
  line.on(adds, {.access = Access::Server, .work = [options](Composition &composition) {
                   return addStaff(composition, *options);
                 }});
  auto ends = group.command("end", "A login connects no more, and its sessions are cut");
  ends.option("name", options->name, "Of the login").required();
  line.on(ends, {.access = Access::Server, .work = [options](Composition &composition) {
                   return endStaff(composition, *options);
                 }});
}

} // namespace tenantry::ctl
