// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/member_fields.h"
#include "ui/organizations/words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct MemberNames {
  Q_DECLARE_TR_FUNCTIONS(MemberFields)
};

QString roleChoice(const FieldChoice &role) {
  return role.value.isEmpty() ? MemberNames::tr("As the team says") : roleWord(role.value);
}

} // namespace

QList<FieldGroup> memberFields() {
  return {{{},
           {{.key = u"email"_s,
             .label = MemberNames::tr("E-mail"),
             .hint = MemberNames::tr("Who is known by it keeps their name"),
             .isWide = true},
            {.key = u"givenName"_s, .label = MemberNames::tr("Given name, optional")},
            {.key = u"familyName"_s, .label = MemberNames::tr("Family name, optional")},
            {.key = u"team"_s, .label = MemberNames::tr("Team"), .kind = FieldKind::Choice},
            {.key = u"role"_s,
             .label = MemberNames::tr("Role"),
             .kind = FieldKind::Choice,
             .word = roleChoice},
            {.key = u"expires"_s,
             .label = MemberNames::tr("Last day, optional"),
             .kind = FieldKind::Day,
             .hint = MemberNames::tr("Empty: until removed")}}}};
}

} // namespace tenantry::ui
