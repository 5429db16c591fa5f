// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/field_words.h"
#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QString fieldName(const QString &key) {
  struct Name {
    QLatin1StringView key;
    const char *name;
  };
  static constexpr std::array names{
      Name{"account"_L1, QT_TRANSLATE_NOOP("ImportField", "Our account")},
      Name{"amount"_L1, QT_TRANSLATE_NOOP("ImportField", "Amount")},
      Name{"amount_due"_L1, QT_TRANSLATE_NOOP("ImportField", "Amount due")},
      Name{"amount_paid"_L1, QT_TRANSLATE_NOOP("ImportField", "Amount paid")},
      Name{"bank_reference"_L1, QT_TRANSLATE_NOOP("ImportField", "Bank's reference")},
      Name{"booked_on"_L1, QT_TRANSLATE_NOOP("ImportField", "Booked on")},
      Name{"cancelled"_L1, QT_TRANSLATE_NOOP("ImportField", "Cancelled")},
      Name{"country"_L1, QT_TRANSLATE_NOOP("ImportField", "Country")},
      Name{"created"_L1, QT_TRANSLATE_NOOP("ImportField", "Created")},
      Name{"credit"_L1, QT_TRANSLATE_NOOP("ImportField", "Amount that came in")},
      Name{"currency"_L1, QT_TRANSLATE_NOOP("ImportField", "Currency")},
      Name{"customer_id"_L1, QT_TRANSLATE_NOOP("ImportField", "Customer")},
      Name{"debit"_L1, QT_TRANSLATE_NOOP("ImportField", "Amount that went out")},
      Name{"delinquent"_L1, QT_TRANSLATE_NOOP("ImportField", "Delinquent")},
      Name{"description"_L1, QT_TRANSLATE_NOOP("ImportField", "Description")},
      Name{"discount"_L1, QT_TRANSLATE_NOOP("ImportField", "Discount")},
      Name{"due"_L1, QT_TRANSLATE_NOOP("ImportField", "Due on")},
      Name{"email"_L1, QT_TRANSLATE_NOOP("ImportField", "E-mail")},
      Name{"end_to_end"_L1, QT_TRANSLATE_NOOP("ImportField", "End-to-end id")},
      Name{"ended"_L1, QT_TRANSLATE_NOOP("ImportField", "Ended")},
      Name{"id"_L1, QT_TRANSLATE_NOOP("ImportField", "Id")},
      Name{"interval"_L1, QT_TRANSLATE_NOOP("ImportField", "Interval")},
      Name{"issued"_L1, QT_TRANSLATE_NOOP("ImportField", "Issued")},
      Name{"name"_L1, QT_TRANSLATE_NOOP("ImportField", "Name")},
      Name{"notes"_L1, QT_TRANSLATE_NOOP("ImportField", "Notes")},
      Name{"number"_L1, QT_TRANSLATE_NOOP("ImportField", "Number")},
      Name{"paid"_L1, QT_TRANSLATE_NOOP("ImportField", "Paid")},
      Name{"party"_L1, QT_TRANSLATE_NOOP("ImportField", "Payer")},
      Name{"party_account"_L1, QT_TRANSLATE_NOOP("ImportField", "Payer's account")},
      Name{"period_from"_L1, QT_TRANSLATE_NOOP("ImportField", "Period from")},
      Name{"period_to"_L1, QT_TRANSLATE_NOOP("ImportField", "Period to")},
      Name{"plan"_L1, QT_TRANSLATE_NOOP("ImportField", "Plan")},
      Name{"quantity"_L1, QT_TRANSLATE_NOOP("ImportField", "Seats")},
      Name{"remittance"_L1, QT_TRANSLATE_NOOP("ImportField", "What the payer wrote")},
      Name{"sign"_L1, QT_TRANSLATE_NOOP("ImportField", "Debit or credit mark")},
      Name{"start"_L1, QT_TRANSLATE_NOOP("ImportField", "Started")},
      Name{"status"_L1, QT_TRANSLATE_NOOP("ImportField", "Status")},
      Name{"structured_reference"_L1, QT_TRANSLATE_NOOP("ImportField", "Creditor reference")},
      Name{"subscription_id"_L1, QT_TRANSLATE_NOOP("ImportField", "Subscription")},
      Name{"subtotal"_L1, QT_TRANSLATE_NOOP("ImportField", "Subtotal")},
      Name{"tax"_L1, QT_TRANSLATE_NOOP("ImportField", "Tax")},
      Name{"time_zone"_L1, QT_TRANSLATE_NOOP("ImportField", "Time zone")},
      Name{"total"_L1, QT_TRANSLATE_NOOP("ImportField", "Total")},
      Name{"trial_from"_L1, QT_TRANSLATE_NOOP("ImportField", "Trial from")},
      Name{"trial_to"_L1, QT_TRANSLATE_NOOP("ImportField", "Trial to")},
      Name{"value_on"_L1, QT_TRANSLATE_NOOP("ImportField", "Value date")}};
  for (const auto &known : names)
    if (key == known.key)
      return QCoreApplication::translate("ImportField", known.name);
  QString words = key;
  words.replace(u'_', u' ');
  if (!words.isEmpty())
    words[0] = words[0].toUpper();
  return words;
}

} // namespace tenantry::ui
