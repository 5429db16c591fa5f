// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/staff_logins.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <algorithm>
#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

QString markOf(const QString &prefix) { return u"Staff of "_s + prefix; }

Result<> checkPassword(const QString &password) {
  const bool isPlain = std::all_of(password.begin(), password.end(), [](QChar letter) {
    return letter.unicode() >= 0x20 && letter.unicode() < 0x7f;
  });
  if (isPlain && password.size() >= StaffLogins::leastPassword)
    return {};
  return fail(u"staff.password_invalid"_s,
              u"A password has at least %1 letters, digits and marks of ASCII."_s.arg(
                  StaffLogins::leastPassword));
}

/// What PostgreSQL keeps of a password (SCRAM-SHA-256).
Result<QString> verifierOf(Database &database, const QString &name, const QString &password) {
  const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
      PQencryptPasswordConn(database.handle(), password.toUtf8().constData(),
                            name.toUtf8().constData(), "scram-sha-256"),
      &PQfreemem);
  if (!verifier)
    return fail(u"staff.password_invalid"_s,
                u"The password cannot be used: %1"_s.arg(
                    QString::fromUtf8(PQerrorMessage(database.handle()))));
  return QString::fromLatin1(verifier.get());
}

Json facts(const StaffLogin &login) {
  Json groups = Json::array();
  for (const auto &group : login.groups)
    groups.push_back(group);
  return {{"name", login.name}, {"groups", groups}, {"may_connect", login.mayConnect}};
}

} // namespace

const QStringList &StaffLogins::groups() {
  static const QStringList all{u"success"_s,       u"finance"_s, u"support"_s, u"manager"_s,
                               u"administrator"_s, u"worker"_s,  u"tenant"_s};
  return all;
}

QString StaffLogins::makePassword() {
  constexpr QLatin1StringView letters("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
  constexpr int length = 24;
  QString password;
  for (int i = 0; i < length; ++i)
    password += letters[QRandomGenerator::system()->bounded(int(letters.size()))];
  return password;
}

Result<std::vector<StaffLogin>> StaffLogins::list() {
  TENANTRY_TRY(rows,
               m_database.query("staff_logins",
                                {{"prefix", m_prefix},
                                 {"groups", std::vector<QString>(groups().begin(), groups().end())},
                                 {"mark", markOf(m_prefix)}}));
  std::vector<StaffLogin> all;
  for (const auto row : rows)
    all.push_back({row.get<QString>(0), row.get<QString>(1).split(u' ', Qt::SkipEmptyParts),
                   row.get<bool>(2), static_cast<int>(row.get<std::int64_t>(3))});
  return all;
}

Result<StaffLogin> StaffLogins::find(const QString &name) {
  TENANTRY_TRY(all, list());
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.name == name; });
  if (found == all.end())
    return fail(u"staff.not_found"_s, u"There is no login %1 of staff."_s.arg(name));
  return *found;
}

// Roles are named in statements that take no parameters: the server itself writes them.
Result<> StaffLogins::run(const char *statement, const QString &first, const QString &second) {
  TENANTRY_TRY(
      written,
      m_database.adHoc(
          "select format(:statement::text, :first::text, :second::text)",
          {{"statement", QString::fromLatin1(statement)}, {"first", first}, {"second", second}}));
  return m_database.script(written[0].get<QString>(0).toUtf8());
}

Result<> StaffLogins::audit(const QString &operation, const Json &before, const Json &after) {
  TENANTRY_CHECK(m_database.query(
      "staff_audit", {{"operation", operation},
                      {"before", before.is_null() ? std::optional<Json>() : std::optional(before)},
                      {"after", after}}));
  return {};
}

Result<> StaffLogins::add(const QString &name, const QStringList &wanted, const QString &password) {
  static const QRegularExpression shape(u"^[a-z][a-z0-9_.@-]{0,62}$"_s);
  if (!shape.match(name).hasMatch() || name.startsWith(u"pg_"_s) ||
      name.startsWith(m_prefix + u'_'))
    return fail(u"staff.name_invalid"_s,
                u"A login is at most 63 small letters, digits and . _ @ -, begins with a letter, "
                u"and neither with pg_ nor with %1_."_s.arg(m_prefix));
  for (const auto &group : wanted)
    if (!groups().contains(group))
      return fail(u"staff.group_unknown"_s,
                  u"“%1” is no group; there are %2."_s.arg(group, groups().join(u", "_s)));
  TENANTRY_CHECK(checkPassword(password));
  TENANTRY_TRY(verifier, verifierOf(m_database, name, password));
  return m_database.transaction([&]() -> Result<> {
    TENANTRY_TRY(taken, m_database.query("staff_role", {{"name", name}}));
    const auto known = find(name);
    const bool isBack = known && !known->mayConnect && !taken.isEmpty() && taken[0].get<bool>(3);
    if (!taken.isEmpty() && !isBack)
      return fail(u"staff.exists"_s, u"The server has a login %1 already, which has rights or may "
                                     u"connect."_s.arg(name));
    TENANTRY_CHECK(
        run(isBack ? "alter role %I login password %L" : "create role %I login password %L", name,
            verifier));
    TENANTRY_CHECK(run("comment on role %I is %L", name, markOf(m_prefix)));
    for (const auto &group : wanted)
      TENANTRY_CHECK(run("grant %2$I to %1$I", name, m_prefix + u'_' + group));
    return audit(isBack ? u"update"_s : u"insert"_s, isBack ? facts(*known) : Json(),
                 facts({name, wanted, true}));
  });
}

Result<int> StaffLogins::end(const QString &name) {
  const auto ended = m_database.transaction([&]() -> Result<> {
    TENANTRY_TRY(login, find(name));
    TENANTRY_TRY(role, m_database.query("staff_role", {{"name", name}}));
    if (role[0].get<bool>(1) || role[0].get<bool>(2))
      return fail(
          u"staff.protected"_s,
          u"%1 is a superuser, or the login that you are: it is not ended here."_s.arg(name));
    TENANTRY_CHECK(run("alter role %I nologin password null", name, {}));
    TENANTRY_CHECK(run("comment on role %I is %L", name, markOf(m_prefix)));
    TENANTRY_CHECK(strip(name));
    return audit(u"update"_s, facts(login), facts({name, {}, false}));
  });
  TENANTRY_CHECK(ended);
  return cut(name);
}

// Of every role, also those that somebody gave by hand; from 16 on each grant is its grantor's.
Result<> StaffLogins::strip(const QString &name) {
  constexpr int grantsHaveGrantors = 160000;
  TENANTRY_TRY(held, m_database.query("staff_memberships", {{"name", name}}));
  for (const auto row : held) {
    const auto group = row.get<QString>(0);
    TENANTRY_CHECK(run("revoke %2$I from %1$I", name, group));
    if (m_database.serverVersion() >= grantsHaveGrantors) {
      TENANTRY_TRY(
          written,
          m_database.adHoc("select format('revoke %I from %I granted by %I', "
                           ":group::text, :name::text, :grantor::text)",
                           {{"group", group}, {"name", name}, {"grantor", row.get<QString>(1)}}));
      TENANTRY_CHECK(m_database.script(written[0].get<QString>(0).toUtf8()));
    }
  }
  TENANTRY_TRY(left, m_database.query("staff_memberships", {{"name", name}}));
  if (!left.isEmpty())
    return fail(u"staff.protected"_s,
                u"%1 is still in %2, which the login that you are cannot take back; nothing was "
                u"changed."_s.arg(name, left[0].get<QString>(0)));
  return {};
}

// Whoever is let in no more, but is in. One may end sessions of roles that one is a member of.
Result<int> StaffLogins::cut(const QString &name) {
  TENANTRY_TRY(may, m_database.query("staff_may_cut", {{"name", name}}));
  const bool lent = !may[0].get<bool>(0);
  const auto me = may[0].get<QString>(1);
  if (lent)
    TENANTRY_CHECK(run("grant %I to %I", name, me));
  TENANTRY_TRY(ended, m_database.query("staff_cut", {{"name", name}}));
  if (lent)
    TENANTRY_CHECK(run("revoke %I from %I", name, me));
  return static_cast<int>(ended[0].get<std::int64_t>(0));
}

} // namespace tenantry::store
