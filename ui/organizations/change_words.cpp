// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/change_words.h"
#include "models/organizations/mrr_amount.h"
#include "ui/organizations/limit_editor.h"
#include "ui/organizations/organization_fields.h"
#include "ui/organizations/value_words.h"
#include "ui/organizations/words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>
#include <QUuid>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct ChangeWords {
  Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

struct NamedWord {
  QLatin1StringView key;
  const char *word;
};

constexpr std::array rowWords{
    NamedWord{"organization"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Organization")},
    NamedWord{"member"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Member")},
    NamedWord{"team"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Team")},
    NamedWord{"assignment"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Role")},
    NamedWord{"organization_limit"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Limit")},
    NamedWord{"organization_feature"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Feature")},
    NamedWord{"subscription"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Subscription")},
    NamedWord{"coupon_redemption"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Coupon")},
    NamedWord{"invoice"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Invoice")},
    NamedWord{"payment_method"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Payment method")},
    NamedWord{"method_setup"_L1,
              QT_TRANSLATE_NOOP("ChangeWords", "Payment method at the provider's page")},
    NamedWord{"provider_customer"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Customer at the provider")},
    NamedWord{"payment_attempt"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Payment attempt")},
    NamedWord{"payment"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Payment")},
    NamedWord{"refund"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Refund")},
    NamedWord{"provider_finding"_L1,
              QT_TRANSLATE_NOOP("ChangeWords", "Moved at the provider without us")},
    NamedWord{"bank_match"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Bank assignment")},
    NamedWord{"invoice_hold"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Hold")},
    NamedWord{"dunning_case"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Dunning")},
    NamedWord{"dunning_extension"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Time to pay")},
    NamedWord{"customer_link"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Link for the customer")},
    NamedWord{"invoice_approval"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Approval")},
    NamedWord{"mail_suppression"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Suppressed address")},
    NamedWord{"finding_review"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Look at a finding")},
    NamedWord{"billing_left_out"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Left out of billing")}};

constexpr std::array columnWords{
    NamedWord{"status"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Status")},
    NamedWord{"status_before"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Status before")},
    NamedWord{"status_reason"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reason of the status")},
    NamedWord{"created_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Entered")},
    NamedWord{"onboarded_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Onboarded")},
    NamedWord{"plan_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Plan")},
    NamedWord{"plan_version_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Version of the plan")},
    NamedWord{"subscription_status"_L1,
              QT_TRANSLATE_NOOP("ChangeWords", "Status of the subscription")},
    NamedWord{"mrr_twelfths"_L1, QT_TRANSLATE_NOOP("ChangeWords", "MRR")},
    NamedWord{"date_format"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Date format")},
    NamedWord{"founding_date"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Founded on")},
    NamedWord{"given_name"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Given name")},
    NamedWord{"family_name"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Family name")},
    NamedWord{"additional_name"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Additional name")},
    NamedWord{"job_title"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Job title")},
    NamedWord{"email_verified"_L1, QT_TRANSLATE_NOOP("ChangeWords", "E-mail verified")},
    NamedWord{"auth_provider"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Signs in by")},
    NamedWord{"external_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "External id")},
    NamedWord{"active"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Active")},
    NamedWord{"last_login_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Last login")},
    NamedWord{"role"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Role")},
    NamedWord{"permissions"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Permissions")},
    NamedWord{"assigned_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Assigned by")},
    NamedWord{"assigned_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Assigned")},
    NamedWord{"expires_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Expires")},
    NamedWord{"ended_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Ended")},
    NamedWord{"team_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Team")},
    NamedWord{"member_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Member")},
    NamedWord{"parent_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Above it")},
    NamedWord{"allowed_roles"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Roles allowed")},
    NamedWord{"default_role"_L1, QT_TRANSLATE_NOOP("ChangeWords", "First role")},
    NamedWord{"metric"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Metric")},
    NamedWord{"limit_value"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Limit")},
    NamedWord{"kind"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Kind")},
    NamedWord{"granted_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Comes from")},
    NamedWord{"feature"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Feature")},
    NamedWord{"billing_interval"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Interval")},
    NamedWord{"seats"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Seats")},
    NamedWord{"price_override"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Contract price")},
    NamedWord{"anchor_day"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Anchor")},
    NamedWord{"period_index"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Period")},
    NamedWord{"period_from"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Period from")},
    NamedWord{"period_to"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Period to")},
    NamedWord{"trial_end"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Trial ends")},
    NamedWord{"trial_reminded"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reminded of the trial's end")},
    NamedWord{"auto_renew"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Renews by itself")},
    NamedWord{"expiry_told_for"_L1,
              QT_TRANSLATE_NOOP("ChangeWords", "Reminded of the end of period no.")},
    NamedWord{"scheduled_action"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Scheduled")},
    NamedWord{"scheduled"_L1, QT_TRANSLATE_NOOP("ChangeWords", "What is scheduled")},
    NamedWord{"invoice_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Next invoice")},
    NamedWord{"started_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Began")},
    NamedWord{"coupon_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Coupon")},
    NamedWord{"definition"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Terms")},
    NamedWord{"redeemed_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Redeemed")},
    NamedWord{"from_index"_L1, QT_TRANSLATE_NOOP("ChangeWords", "From period")},
    NamedWord{"to_index"_L1, QT_TRANSLATE_NOOP("ChangeWords", "To period")},
    NamedWord{"position"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Position")},
    NamedWord{"invoice_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Invoice")},
    NamedWord{"number"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Number")},
    NamedWord{"subscription_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Subscription")},
    NamedWord{"net"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Net")},
    NamedWord{"tax"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Tax")},
    NamedWord{"total"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Total")},
    NamedWord{"paid"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Paid")},
    NamedWord{"balance_applied"_L1, QT_TRANSLATE_NOOP("ChangeWords", "From the balance")},
    NamedWord{"credited"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Credited")},
    NamedWord{"written_off"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Written off")},
    NamedWord{"amount_due"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Amount due")},
    NamedWord{"reverse_charge"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reverse charge")},
    NamedWord{"customer"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Customer as printed")},
    NamedWord{"issued_on"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Issued on")},
    NamedWord{"due_on"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Due on")},
    NamedWord{"finalized_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Finalized")},
    NamedWord{"paid_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Paid at")},
    NamedWord{"closed_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Closed")},
    NamedWord{"hold_reason"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reason of the hold")},
    NamedWord{"provider"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Provider")},
    NamedWord{"label"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Label")},
    NamedWord{"expires_on"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Valid until")},
    NamedWord{"customer_reference"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Payer at the provider")},
    NamedWord{"session_reference"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Page of the provider")},
    NamedWord{"reference"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reference")},
    NamedWord{"removed_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Removed")},
    NamedWord{"amount"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Amount")},
    NamedWord{"attempt_no"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Attempt")},
    NamedWord{"payment_method_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Payment method")},
    NamedWord{"decline_code"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Decline code")},
    NamedWord{"decline_class"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Decline class")},
    NamedWord{"provider_reference"_L1,
              QT_TRANSLATE_NOOP("ChangeWords", "Reference of the provider")},
    NamedWord{"charge_reference"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Charge at the provider")},
    NamedWord{"said"_L1, QT_TRANSLATE_NOOP("ChangeWords", "The provider says")},
    NamedWord{"is_withdrawn"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Money taken from us")},
    NamedWord{"booked_as"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Booked as")},
    NamedWord{"finished_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Finished")},
    NamedWord{"source"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Source")},
    NamedWord{"payment_attempt_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Payment attempt")},
    NamedWord{"received_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Received")},
    NamedWord{"channel"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Channel")},
    NamedWord{"reason"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reason")},
    NamedWord{"credit_note_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Credit note")},
    NamedWord{"payment_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Payment")},
    NamedWord{"bank_entry_id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Bank entry")},
    NamedWord{"rule"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Rule")},
    NamedWord{"matched_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Assigned")},
    NamedWord{"held_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Held by")},
    NamedWord{"held_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Held")},
    NamedWord{"released_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Released by")},
    NamedWord{"released_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Released")},
    NamedWord{"step"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Step")},
    NamedWord{"tries"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Tries")},
    NamedWord{"next_act"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Next act")},
    NamedWord{"next_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Next act at")},
    NamedWord{"opened_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Opened")},
    NamedWord{"recovered"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Recovered")},
    NamedWord{"lost"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Lost")},
    NamedWord{"until_day"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Until")},
    NamedWord{"until_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Until (instant)")},
    NamedWord{"given_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Given by")},
    NamedWord{"given_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Given")},
    NamedWord{"revoked_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Taken back by")},
    NamedWord{"revoked_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Taken back")},
    NamedWord{"purpose"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Purpose")},
    NamedWord{"created_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Made by")},
    NamedWord{"approved_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Approved by")},
    NamedWord{"approved_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Approved")},
    NamedWord{"withdrawn_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Withdrawn")},
    NamedWord{"address"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Address")},
    NamedWord{"items"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Add-ons")},
    NamedWord{"quantity"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Quantity")},
    NamedWord{"finding"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Finding")},
    NamedWord{"reviewed_by"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reviewed by")},
    NamedWord{"reviewed_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Reviewed")},
    NamedWord{"addon"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Add-on")},
    NamedWord{"addons"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Add-ons")},
    NamedWord{"own_limits"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Limits of the contract")},
    NamedWord{"instead_of"_L1, QT_TRANSLATE_NOOP("ChangeWords", "In place of another invoice")},
    NamedWord{"agreed_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Agreed")},
    NamedWord{"contradicted_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Contradicted")},
    NamedWord{"state"_L1, QT_TRANSLATE_NOOP("ChangeWords", "State")},
    NamedWord{"asked"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Asked so often")},
    NamedWord{"read_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Read at the provider")},
    NamedWord{"forgotten"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Forgotten so often")},
    NamedWord{"forgotten_because"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Forgotten because")},
    NamedWord{"code"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Code")},
    NamedWord{"sentence"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Said")},
    NamedWord{"left_out_at"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Left out")},
    // within the terms of a coupon, and what is scheduled
    NamedWord{"id"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Id")},
    NamedWord{"percent"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Percent")},
    NamedWord{"cycles"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Periods")},
    NamedWord{"valid_from"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Valid from")},
    NamedWord{"valid_to"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Valid until")},
    NamedWord{"redemptions"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Redemptions at most")},
    NamedWord{"interval"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Interval")},
    NamedWord{"price"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Contract price")}};

template <std::size_t N> QString wordIn(const std::array<NamedWord, N> &words, const QString &key) {
  for (const auto &named : words)
    if (key == named.key)
      return ChangeWords::tr(named.word);
  return {};
}

/// "address_country" as "addressCountry": what forms call a field.
QString fieldKey(const QString &column) {
  const auto parts = column.split(u'_');
  QString key = parts.first();
  for (const auto &part : parts.mid(1))
    key += part.left(1).toUpper() + part.mid(1);
  return key;
}

bool isMoney(const QString &column) {
  static const QStringList money{u"net"_s,       u"tax"_s,         u"total"_s,
                                 u"paid"_s,      u"credited"_s,    u"balance_applied"_s,
                                 u"amount"_s,    u"written_off"_s, u"amount_due"_s,
                                 u"recovered"_s, u"lost"_s,        u"price_override"_s,
                                 u"price"_s};
  return money.contains(column);
}

QString numberText(const audit::TimelineRow &row, const QString &column, std::int64_t number,
                   const QLocale &locale) {
  if (const auto currency = Currency::parse(row.currency)) {
    if (isMoney(column))
      return formatMoney({number, *currency}, locale);
    if (column == u"mrr_twelfths")
      return formatMoney(models::mrrAmount(number, *currency), locale);
  }
  return column == u"limit_value" ? limitText(number, locale) : formatNumber(number, locale);
}

/// A day or an instant as people read it, where the text is one.
QString dateText(const QString &text, const Zone &zone, const QLocale &locale) {
  if (const auto day = parseDay(text))
    return formatDay(*day, locale);
  if (const auto instant = parseInstant(text))
    return formatInstant(*instant, zone, locale);
  return text;
}

struct ReadBy {
  const models::CatalogNames &names;
  const Zone &zone;
  const QLocale &locale;
};

/// The id of another row, which tells people nothing.
bool isReference(const QString &column, const nlohmann::json &value) {
  return (column.endsWith(u"_id") || column == u"instead_of") && column != u"external_id" &&
         value.is_string() &&
         !QUuid::fromString(QString::fromStdString(value.get<std::string>())).isNull();
}

QString valueText(const audit::TimelineRow &row, const QString &column, const nlohmann::json &value,
                  const ReadBy &by) {
  if (value.is_null() || (value.is_structured() && value.empty()))
    return QString(QChar(0x2013));
  if (value.is_boolean())
    return value.get<bool>() ? ChangeWords::tr("yes") : ChangeWords::tr("no");
  if (value.is_number_integer())
    return numberText(row, column, value.get<std::int64_t>(), by.locale);
  if (value.is_array()) {
    QStringList parts;
    for (const auto &part : value)
      parts += column == u"addons" && part.is_object() // as it is sold: too much to tell
                   ? by.names.addon(QString::fromStdString(part.value("id", std::string())))
                   : valueText(row, column, part, by);
    return parts.join(u", "_s);
  }
  if (column == u"addon" && value.is_object()) // as it was sold: that is too much to tell
    return by.names.addon(QString::fromStdString(value.value("id", std::string())));
  if (column == u"own_limits" && value.is_object()) {
    QStringList limits;
    for (const auto &[metric, limit] : value.items())
      limits += u"%1 %2"_s.arg(metricName(QString::fromStdString(metric)),
                               limitText(limit.get<std::int64_t>(), by.locale));
    return limits.join(u", "_s);
  }
  if (value.is_object() && value.contains("minor") && value.contains("currency"))
    if (const auto currency =
            Currency::parse(QString::fromStdString(value["currency"].get<std::string>())))
      return formatMoney({value["minor"].get<std::int64_t>(), *currency}, by.locale);
  if (value.is_object()) { // a customer as printed, terms of a coupon, what is scheduled
    QStringList parts;
    for (const auto &[name, part] : value.items()) {
      const auto key = QString::fromStdString(name);
      if (!part.is_null() && part != "" && !isReference(key, part))
        parts += u"%1 %2"_s.arg(columnWord(key), valueText(row, key, part, by));
    }
    return parts.join(u", "_s);
  }
  if (!value.is_string())
    return QString::fromStdString(value.dump());
  const auto text = QString::fromStdString(value.get<std::string>());
  if (text.isEmpty())
    return QString(QChar(0x2013));
  if (const auto word = valueWord(row.type, column, text, by.names, by.locale))
    return *word;
  return dateText(text, by.zone, by.locale);
}

QString happenedTo(const QString &what, bool isEntered, bool isRemoved) {
  if (isEntered)
    return ChangeWords::tr("%1: entered").arg(what);
  return isRemoved ? ChangeWords::tr("%1: removed").arg(what)
                   : ChangeWords::tr("%1: changed").arg(what);
}

} // namespace

QString columnWord(const QString &column) {
  if (const auto word = wordIn(columnWords, column); !word.isEmpty())
    return word;
  const auto key = fieldKey(column);
  if (const auto name = organizationFieldName(key); name != key)
    return name;
  auto words = column;
  words.replace(u'_', u' ');
  return words.left(1).toUpper() + words.mid(1);
}

QString changeHeadline(const audit::TimelineRow &row) {
  auto what = wordIn(rowWords, row.type);
  if (what.isEmpty())
    what = columnWord(row.type);
  return happenedTo(what, row.operation == u"insert", row.operation == u"delete");
}

QStringList changeLines(const audit::TimelineRow &row, const models::CatalogNames &names,
                        const Zone &zone, const QLocale &locale) {
  QStringList lines;
  const bool isUpdate = row.operation == u"update";
  const ReadBy by{names, zone, locale};
  for (const auto &[field, before, after] : row.changes) {
    if (isReference(field, before) || isReference(field, after)) {
      if (isUpdate)
        lines += happenedTo(columnWord(field), before.is_null(), after.is_null());
      continue;
    }
    const auto was = valueText(row, field, before, by);
    const auto is = valueText(row, field, after, by);
    lines += isUpdate ? u"%1: %2 → %3"_s.arg(columnWord(field), was, is)
                      : u"%1: %2"_s.arg(columnWord(field), row.operation == u"insert" ? is : was);
  }
  return lines;
}

} // namespace tenantry::ui
