// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_words.h"
#include "ui/forms/locale_text.h"
#include "ui/widgets/refusal_text.h"
#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct MistakeSentence {
  QLatin1StringView code;
  const char *text;
};

constexpr std::array mistakeSentences{
    MistakeSentence{"organization.name_missing"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "A name is needed")},
    MistakeSentence{"email.invalid"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "An e-mail address like ann@example.com")},
    MistakeSentence{"country.unknown"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "A country, or its two letters such as DE")},
    MistakeSentence{
        "currency.unknown"_L1,
        QT_TRANSLATE_NOOP("FieldWords", "A currency, or its three letters such as EUR")},
    MistakeSentence{"time_zone.unknown"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "A time zone such as Europe/Berlin")},
    MistakeSentence{"date.invalid"_L1, QT_TRANSLATE_NOOP("FieldWords", "No day of the calendar")},
    MistakeSentence{"number.invalid"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "A whole number, 0 or more")},
    MistakeSentence{"organization.language_invalid"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "A language, or its tag such as en")},
    MistakeSentence{
        "organization.telephone_invalid"_L1,
        QT_TRANSLATE_NOOP("FieldWords",
                          "A telephone number like +49 30 1234567, with 3 to 20 digits")},
    MistakeSentence{"organization.url_invalid"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "A web address like https://example.com")},
    MistakeSentence{
        "organization.vat_id_invalid"_L1,
        QT_TRANSLATE_NOOP("FieldWords",
                          "No VAT id of that country: its form or check digits differ")},
    MistakeSentence{"organization.currency_fixed"_L1,
                    QT_TRANSLATE_NOOP("FieldWords",
                                      "It changes at the end of a period: “Change subscription…”")},
    MistakeSentence{"team.already_member"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "Is in this team already")},
    MistakeSentence{"team.expiry_past"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "A day that is not over")},
    MistakeSentence{"team.not_found"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "This team is not there any more")},
    MistakeSentence{"team.role_not_allowed"_L1,
                    QT_TRANSLATE_NOOP("FieldWords", "This team does not allow that role")},
};

} // namespace

QString shownValue(const FieldSpec &field, const QString &value, const QLocale &locale) {
  if (value.isEmpty())
    return QCoreApplication::translate("FieldWords", QT_TRANSLATE_NOOP("FieldWords", "nothing"));
  for (const auto &choice : field.choices)
    if (choice.value == value)
      return choice.text;
  switch (field.kind) {
  case FieldKind::Number:
    return numberToShown(value, locale);
  case FieldKind::Day:
    return dayToShown(value, locale);
  case FieldKind::Money:
    return amountToShown(value, Currency::parse(field.currency).value_or(Currency()), locale);
  default:
    return value;
  }
}

QString mistakeText(const Error &mistake) {
  for (const auto &known : mistakeSentences)
    if (mistake.code == known.code)
      return QCoreApplication::translate("FieldWords", known.text);
  return said(mistake);
}

} // namespace tenantry::ui
