// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/timeline_words.h"
#include "ui/organizations/organization_fields.h"
#include "ui/organizations/payment_words.h"
#include "ui/organizations/timeline_addons.h"
#include "ui/organizations/value_words.h"
#include "ui/organizations/words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using models::CatalogNames;

QString timelineWord(const char *source) { return QCoreApplication::translate("Timeline", source); }

QString textOf(const nlohmann::json &payload, const char *key) {
  return payload.is_object() && payload.contains(key) && payload[key].is_string()
             ? QString::fromStdString(payload[key].get<std::string>())
             : QString();
}

QString dayOf(const nlohmann::json &payload, const char *key, const QLocale &locale, int shift) {
  const auto day = parseDay(textOf(payload, key));
  return day ? formatDay(*day + std::chrono::days(shift), locale) : textOf(payload, key);
}

QString moneyOf(const nlohmann::json &payload, const char *key, const QLocale &locale) {
  const auto currency = Currency::parse(textOf(payload, "currency"));
  if (!currency || !payload.contains(key) || !payload[key].is_number_integer())
    return {};
  return formatMoney({payload[key].get<std::int64_t>(), *currency}, locale);
}

qint64 numberOf(const nlohmann::json &payload, const char *key) {
  return payload.is_object() && payload.contains(key) && payload[key].is_number_integer()
             ? payload[key].get<qint64>()
             : 0;
}

QString totalOf(const nlohmann::json &payload, const QLocale &locale) {
  return moneyOf(payload, "total", locale);
}

/// All of it, and what of that was given up before.
QString settledOf(const nlohmann::json &payload, const QLocale &locale) {
  const auto total = totalOf(payload, locale);
  if (!payload.contains("written_off"))
    return total;
  return timelineWord(QT_TRANSLATE_NOOP("Timeline", "%1, of which %2 was given up"))
      .arg(total, moneyOf(payload, "written_off", locale));
}

/// Why: as somebody has typed it, or what a service says by a code. Books have the sentence that
/// stood there before the code.
QString reasonOf(const nlohmann::json &payload) {
  const auto reason = textOf(payload, "reason");
  if (reason == u"nothing-left" || reason == u"nothing is left of it")
    return timelineWord(QT_TRANSLATE_NOOP("Timeline", "nothing is left of it"));
  return valueWord({}, u"status_reason"_s, reason, {}, {}).value_or(reason);
}

/// An amount and why, as far as they are known.
QString withReason(const QString &amount, const nlohmann::json &payload) {
  QStringList parts{amount, reasonOf(payload)};
  parts.removeAll(QString());
  return parts.join(u" · "_s);
}

QString planOf(const nlohmann::json &payload, const CatalogNames &names) {
  return names.plan(textOf(payload, "plan"));
}

QString changedText(const nlohmann::json &payload) {
  QStringList names;
  if (payload.is_object() && payload.contains("fields") && payload["fields"].is_array())
    for (const auto &field : payload["fields"])
      if (field.is_string())
        names.append(organizationFieldName(QString::fromStdString(field.get<std::string>())));
  return timelineWord(QT_TRANSLATE_NOOP("Timeline", "Changed: %1")).arg(names.join(u", "_s));
}

std::optional<TimelineText> ofOrganization(const organizations::TimelineEntry &entry) {
  const auto &type = entry.type;
  if (type == u"organization.created")
    return TimelineText{entry.payload.contains("imported")
                            ? timelineWord(QT_TRANSLATE_NOOP("Timeline", "Imported"))
                            : timelineWord(QT_TRANSLATE_NOOP("Timeline", "Entered")),
                        {},
                        u"building"_s,
                        Tone::Info};
  if (type == u"organization.changed")
    return TimelineText{changedText(entry.payload), {}, u"note"_s, Tone::Neutral};
  if (type == u"organization.onboarded")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Onboarding finished")),
                        {},
                        u"check-circle"_s,
                        Tone::Success};
  if (type == u"organization.activated")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Became active")),
                        {},
                        u"check-circle"_s,
                        Tone::Success};
  if (type == u"organization.reactivated")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Reactivated")),
                        {},
                        u"check-circle"_s,
                        Tone::Success};
  if (type == u"organization.suspended")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "Suspended")), {}, u"pause"_s, Tone::Danger};
  if (type == u"organization.churned")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "Churned")), {}, u"x"_s, Tone::Danger};
  if (type == u"organization.closed")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "Closed")), {}, u"x"_s, Tone::Neutral};
  if (type == u"team.member_added" || type == u"team.member_removed")
    return TimelineText{
        timelineWord(type == u"team.member_added"
                         ? QT_TRANSLATE_NOOP("Timeline", "A member got the role %1")
                         : QT_TRANSLATE_NOOP("Timeline", "A member lost the role %1"))
            .arg(roleWord(textOf(entry.payload, "role"))),
        {},
        u"users"_s,
        Tone::Neutral};
  return std::nullopt;
}

std::optional<TimelineText> ofSubscription(const organizations::TimelineEntry &entry,
                                           const CatalogNames &names, const QLocale &locale) {
  const auto &type = entry.type;
  if (type == u"subscription.created")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscribed to %1"))
                            .arg(planOf(entry.payload, names)),
                        {},
                        u"plus"_s,
                        Tone::Success};
  if (type == u"subscription.trial_ending")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Trial ends on %1"))
                            .arg(dayOf(entry.payload, "ends_on", locale, 0)),
                        {},
                        u"clock"_s,
                        Tone::Warning};
  if (type == u"subscription.expiring")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Ends on %1 without renewal"))
                            .arg(dayOf(entry.payload, "ends_on", locale, 0)),
                        {},
                        u"clock"_s,
                        Tone::Warning};
  if (type == u"subscription.activated")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "First paid period began")),
                        {},
                        u"check-circle"_s,
                        Tone::Success};
  if (type == u"subscription.renewed")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Renewed until %1"))
                            .arg(dayOf(entry.payload, "period_to", locale, -1)),
                        {},
                        u"repeat"_s,
                        Tone::Neutral};
  if (type == u"subscription.upgraded" || type == u"subscription.downgraded") {
    const bool isUp = type == u"subscription.upgraded";
    return TimelineText{timelineWord(isUp ? QT_TRANSLATE_NOOP("Timeline", "Upgraded to %1")
                                          : QT_TRANSLATE_NOOP("Timeline", "Downgraded to %1"))
                            .arg(planOf(entry.payload, names)),
                        {},
                        isUp ? u"chevron-up"_s : u"chevron-down"_s,
                        isUp ? Tone::Success : Tone::Warning};
  }
  if (type == u"subscription.paused")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscription paused")),
                        {},
                        u"pause"_s,
                        Tone::Warning};
  if (type == u"subscription.resumed")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscription resumed")),
                        {},
                        u"play"_s,
                        Tone::Success};
  if (type == u"subscription.changed" && entry.payload.contains("limits"))
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "Limits of the contract changed")),
        reasonOf(entry.payload), u"chart-line"_s, Tone::Info};
  if (auto said = addonTimelineText(entry, names, locale))
    return said;
  if (type == u"subscription.changed")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscription changed")),
                        reasonOf(entry.payload), u"repeat"_s, Tone::Info};
  if (type == u"subscription.cancelled")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscription cancelled")),
                        reasonOf(entry.payload), u"x"_s, Tone::Danger};
  if (type == u"subscription.suspended")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscription suspended")),
                        {},
                        u"pause"_s,
                        Tone::Danger};
  if (type == u"subscription.reactivated")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscription reactivated")),
                        {},
                        u"check-circle"_s,
                        Tone::Success};
  if (type == u"subscription.expired")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Subscription expired")),
                        {},
                        u"x"_s,
                        Tone::Neutral};
  return std::nullopt;
}

std::optional<TimelineText> ofUsage(const organizations::TimelineEntry &entry,
                                    const CatalogNames &names, const QLocale &locale) {
  const auto metric = metricName(textOf(entry.payload, "metric"));
  if (entry.type == u"usage.corrected")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "Usage corrected: %1")).arg(metric),
        withReason(formatQuantity(numberOf(entry.payload, "quantity"),
                                  int(numberOf(entry.payload, "decimals")), locale),
                   entry.payload),
        u"minus"_s, Tone::Info};
  if (entry.type == u"usage.approaching")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "%1: 80% of the limit used")).arg(metric),
        {},
        u"chart-line"_s,
        Tone::Warning};
  if (entry.type == u"usage.warning")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "%1: 90% of the limit used")).arg(metric),
        {},
        u"chart-line"_s,
        Tone::Warning};
  if (entry.type == u"usage.exceeded")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "%1: the limit is reached")).arg(metric),
        {},
        u"chart-line"_s,
        Tone::Danger};
  if (entry.type == u"usage.upgrade_suggested")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Plan suggested: %1"))
                            .arg(planOf(entry.payload, names)),
                        timelineWord(QT_TRANSLATE_NOOP("Timeline", "%1 a month instead of %2"))
                            .arg(moneyOf(entry.payload, "a_month", locale),
                                 moneyOf(entry.payload, "a_month_before", locale)),
                        u"spark"_s, Tone::Info};
  return std::nullopt;
}

std::optional<TimelineText> ofMoney(const organizations::TimelineEntry &entry,
                                    const QLocale &locale) {
  const auto &type = entry.type;
  if (type == u"invoice.created")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Invoice written")),
                        totalOf(entry.payload, locale), u"file-text"_s, Tone::Neutral};
  if (type == u"invoice.finalized")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Issued: %1"))
                            .arg(textOf(entry.payload, "number")),
                        totalOf(entry.payload, locale), u"file-text"_s, Tone::Info};
  if (type == u"invoice.paid")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Paid: %1"))
                            .arg(textOf(entry.payload, "number")),
                        settledOf(entry.payload, locale), u"credit-card"_s, Tone::Success};
  if (type == u"invoice.overdue")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Overdue: %1"))
                            .arg(textOf(entry.payload, "number")),
                        moneyOf(entry.payload, "amount", locale), u"clock"_s, Tone::Warning};
  if (type == u"invoice.written_off")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Written off: %1"))
                            .arg(textOf(entry.payload, "number")),
                        totalOf(entry.payload, locale), u"x"_s, Tone::Danger};
  if (type == u"invoice.recovered")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Recovered: %1"))
                            .arg(textOf(entry.payload, "number")),
                        moneyOf(entry.payload, "amount", locale), u"credit-card"_s, Tone::Success};
  if (type == u"invoice.credited")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Credit note %1"))
                            .arg(textOf(entry.payload, "number")),
                        totalOf(entry.payload, locale), u"file-text"_s, Tone::Info};
  if (type == u"invoice.voided")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Voided: %1"))
                            .arg(textOf(entry.payload, "number")),
                        withReason(totalOf(entry.payload, locale), entry.payload), u"x"_s,
                        Tone::Neutral};
  if (type == u"invoice.discarded")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Draft discarded")),
                        withReason(totalOf(entry.payload, locale), entry.payload), u"x"_s,
                        Tone::Neutral};
  if (type == u"invoice.issued_again")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Issued again: %1"))
                            .arg(textOf(entry.payload, "instead_number")),
                        totalOf(entry.payload, locale), u"file-text"_s, Tone::Info};
  if (type == u"invoice.held" || type == u"invoice.released") {
    const bool isHeld = type == u"invoice.held";
    return TimelineText{timelineWord(isHeld ? QT_TRANSLATE_NOOP("Timeline", "Drafts on hold")
                                            : QT_TRANSLATE_NOOP("Timeline", "Drafts released")),
                        reasonOf(entry.payload), isHeld ? u"pause"_s : u"play"_s,
                        isHeld ? Tone::Warning : Tone::Info};
  }
  if (type == u"invoice.approved" || type == u"invoice.approval_withdrawn") {
    const bool isGiven = type == u"invoice.approved";
    return TimelineText{
        timelineWord(isGiven ? QT_TRANSLATE_NOOP("Timeline", "A draft was approved")
                             : QT_TRANSLATE_NOOP("Timeline", "An approval was taken back")),
        {},
        isGiven ? u"check"_s : u"repeat"_s,
        isGiven ? Tone::Info : Tone::Neutral};
  }
  if (type == u"invoice.tax_changed")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "A draft's tax was changed")),
                        totalOf(entry.payload, locale), u"repeat"_s, Tone::Info};
  if (type == u"invoice.lowered")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "A draft was lowered")),
                        moneyOf(entry.payload, "by", locale), u"repeat"_s, Tone::Info};
  if (type == u"balance.adjusted" || type == u"balance.paid_out")
    return TimelineText{timelineWord(type == u"balance.adjusted"
                                         ? QT_TRANSLATE_NOOP("Timeline", "Balance adjusted")
                                         : QT_TRANSLATE_NOOP("Timeline", "Balance paid out")),
                        withReason(moneyOf(entry.payload, "amount", locale), entry.payload),
                        u"credit-card"_s, Tone::Info};
  if (type == u"invoice.payment_failed" || type == u"payment.failed")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "A payment failed")),
                        {},
                        u"alert-triangle"_s,
                        Tone::Danger};
  if (type == u"payment.reversed")
    return TimelineText{timelineWord(entry.payload.contains("bank_entry")
                                         ? QT_TRANSLATE_NOOP("Timeline", "Assignment undone")
                                         : QT_TRANSLATE_NOOP("Timeline", "Payment taken back")),
                        withReason(moneyOf(entry.payload, "amount", locale), entry.payload),
                        u"credit-card"_s, Tone::Warning};
  if (type == u"invoice.reopened")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Invoice %1 is open again"))
                            .arg(textOf(entry.payload, "number")),
                        moneyOf(entry.payload, "amount", locale), u"file-text"_s, Tone::Warning};
  if (type == u"payment.settled_by_hand")
    return TimelineText{
        timelineWord(QT_TRANSLATE_NOOP("Timeline", "A payment was settled by hand")),
        reasonOf(entry.payload), u"check"_s, Tone::Info};
  if (type == u"dunning.retry_requested")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Another try was asked for")),
                        textOf(entry.payload, "number"), u"repeat"_s, Tone::Neutral};
  if (type == u"dunning.extended" || type == u"dunning.extension_revoked") {
    const bool isGiven = type == u"dunning.extended";
    return TimelineText{
        timelineWord(isGiven ? QT_TRANSLATE_NOOP("Timeline", "Time to pay until %1")
                             : QT_TRANSLATE_NOOP("Timeline", "Time to pay until %1 taken back"))
            .arg(dayOf(entry.payload, "until", locale, 0)),
        reasonOf(entry.payload), u"clock"_s, isGiven ? Tone::Info : Tone::Warning};
  }
  if (type == u"payment_method.forgotten")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Forgotten at the provider")),
                        reasonOf(entry.payload), u"credit-card"_s, Tone::Warning};
  if (type == u"payment_method.changed")
    return TimelineText{timelineWord(QT_TRANSLATE_NOOP("Timeline", "Pays by %1 now"))
                            .arg(textOf(entry.payload, "label")),
                        {},
                        u"credit-card"_s,
                        Tone::Neutral};
  return std::nullopt;
}

} // namespace

TimelineText timelineText(const organizations::TimelineEntry &entry, const CatalogNames &names,
                          const QLocale &locale) {
  for (auto &known :
       {ofOrganization(entry), ofSubscription(entry, names, locale), ofUsage(entry, names, locale),
        paymentText(entry.type, textOf(entry.payload, "outcome"),
                    moneyOf(entry.payload, "amount", locale)),
        ofMoney(entry, locale)})
    if (known)
      return *known;
  return {entry.type, {}, u"info"_s, Tone::Neutral};
}

} // namespace tenantry::ui
