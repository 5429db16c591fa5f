// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/value_words.h"
#include "models/billing/preview_row.h"
#include "services/core/country.h"
#include "ui/forms/common_choices.h"
#include "ui/organizations/organization_fields.h"
#include "ui/organizations/words.h"
#include "ui/widgets/decline_word.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct ValueWords {
  Q_DECLARE_TR_FUNCTIONS(ValueWords)
};

/// A word of another part of the console keeps that one's context: it is translated once.
struct CodedWord {
  QLatin1StringView row; ///< empty: of all that have such a column
  QLatin1StringView column, code;
  const char *context, *word;
};

constexpr const char *ownContext = "ValueWords", *bankContext = "BankWords",
                     *waysContext = "ContradictionOffers", *codesContext = "ContradictionWords",
                     *dunningContext = "Dunning", *homeContext = "Home",
                     *usageContext = "tenantry::ui::UsageCells";

constexpr std::array codedWords{
    CodedWord{""_L1, "status_reason"_L1, "payment-overdue"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "payment overdue")},
    CodedWord{"organization"_L1, "status_reason"_L1, "subscription"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "its subscription")},
    CodedWord{"organization"_L1, "status_reason"_L1, "subscription-ended"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "its subscription ended")},
    CodedWord{"organization"_L1, "status_reason"_L1, "payment"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "it paid")},
    CodedWord{"organization_limit"_L1, "kind"_L1, "soft"_L1, usageContext,
              QT_TRANSLATE_NOOP("tenantry::ui::UsageCells", "soft limit")},
    CodedWord{"organization_limit"_L1, "kind"_L1, "hard"_L1, usageContext,
              QT_TRANSLATE_NOOP("tenantry::ui::UsageCells", "hard limit")},
    CodedWord{""_L1, "granted_by"_L1, "contract"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "the contract")},
    CodedWord{"member"_L1, "auth_provider"_L1, "email-link"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "a link by e-mail")},
    CodedWord{"subscription"_L1, "scheduled_action"_L1, "cancel"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "end")},
    CodedWord{"subscription"_L1, "scheduled_action"_L1, "change_plan"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "another plan")},
    CodedWord{"subscription"_L1, "scheduled_action"_L1, "change_seats"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "other seats")},
    CodedWord{"subscription"_L1, "scheduled_action"_L1, "change_addon"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "other add-ons")},
    CodedWord{"subscription"_L1, "scheduled_action"_L1, "change_price"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "another price")},
    CodedWord{"subscription"_L1, "scheduled_action"_L1, "change_currency"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "another currency")},
    CodedWord{"invoice"_L1, "kind"_L1, "recurring"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "recurring")},
    CodedWord{"invoice"_L1, "kind"_L1, "change"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "of a change")},
    CodedWord{"invoice"_L1, "kind"_L1, "one_off"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "sold once")},
    CodedWord{"invoice"_L1, "kind"_L1, "imported"_L1, homeContext,
              QT_TRANSLATE_NOOP("Home", "imported")},
    CodedWord{""_L1, "provider"_L1, "simulator"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "Simulator")},
    CodedWord{""_L1, "provider"_L1, "stripe"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "Stripe")},
    CodedWord{"payment_attempt"_L1, "status"_L1, "pending"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "on its way")},
    CodedWord{"payment_attempt"_L1, "status"_L1, "unknown"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "not answered yet")},
    CodedWord{"payment_attempt"_L1, "status"_L1, "succeeded"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "succeeded")},
    CodedWord{"payment_attempt"_L1, "status"_L1, "failed"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "failed")},
    CodedWord{"payment_attempt"_L1, "status"_L1, "refunded"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "refunded")},
    CodedWord{"payment_attempt"_L1, "status"_L1, "withdrawn"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "withdrawn")},
    CodedWord{"refund"_L1, "status"_L1, "pending"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "on its way")},
    CodedWord{"refund"_L1, "status"_L1, "unknown"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "not answered yet")},
    CodedWord{"refund"_L1, "status"_L1, "succeeded"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "succeeded")},
    CodedWord{"refund"_L1, "status"_L1, "failed"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "failed")},
    CodedWord{"refund"_L1, "channel"_L1, "provider"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "by the provider")},
    CodedWord{"refund"_L1, "channel"_L1, "by_hand"_L1, bankContext,
              QT_TRANSLATE_NOOP("BankWords", "by hand")},
    CodedWord{"payment"_L1, "source"_L1, "attempt"_L1, homeContext,
              QT_TRANSLATE_NOOP("Home", "charged")},
    CodedWord{"payment"_L1, "source"_L1, "transfer"_L1, homeContext,
              QT_TRANSLATE_NOOP("Home", "transfer")},
    CodedWord{"payment"_L1, "source"_L1, "imported"_L1, homeContext,
              QT_TRANSLATE_NOOP("Home", "imported")},
    CodedWord{"bank_match"_L1, "rule"_L1, "structured_reference"_L1, bankContext,
              QT_TRANSLATE_NOOP("BankWords", "by its reference")},
    CodedWord{"bank_match"_L1, "rule"_L1, "number"_L1, bankContext,
              QT_TRANSLATE_NOOP("BankWords", "by its number")},
    CodedWord{"bank_match"_L1, "rule"_L1, "end_to_end"_L1, bankContext,
              QT_TRANSLATE_NOOP("BankWords", "by its end-to-end id")},
    CodedWord{"bank_match"_L1, "rule"_L1, "by_hand"_L1, bankContext,
              QT_TRANSLATE_NOOP("BankWords", "by hand")},
    CodedWord{"dunning_case"_L1, "step"_L1, "retrying"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Failed, retrying")},
    CodedWord{"dunning_case"_L1, "step"_L1, "exhausted"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "No try left")},
    CodedWord{"dunning_case"_L1, "step"_L1, "suspended"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Suspended")},
    CodedWord{"dunning_case"_L1, "step"_L1, "extended"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Extended")},
    CodedWord{"dunning_case"_L1, "step"_L1, "final"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "To be decided")},
    CodedWord{"dunning_case"_L1, "decline_class"_L1, "none"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Not tried")},
    CodedWord{"dunning_case"_L1, "decline_class"_L1, "soft"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "May succeed later")},
    CodedWord{"dunning_case"_L1, "decline_class"_L1, "hard"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "For good")},
    CodedWord{"dunning_case"_L1, "decline_class"_L1, "action"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Customer must act")},
    CodedWord{"dunning_case"_L1, "next_act"_L1, "none"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Nothing planned")},
    CodedWord{"dunning_case"_L1, "next_act"_L1, "past_due"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Past due")},
    CodedWord{"dunning_case"_L1, "next_act"_L1, "retry"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Retry")},
    CodedWord{"dunning_case"_L1, "next_act"_L1, "suspend"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Suspends")},
    CodedWord{"dunning_case"_L1, "next_act"_L1, "finish"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Final step")},
    CodedWord{"dunning_case"_L1, "next_act"_L1, "resume"_L1, dunningContext,
              QT_TRANSLATE_NOOP("Dunning", "Goes on")},
    CodedWord{"customer_link"_L1, "purpose"_L1, "invoice"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "one invoice")},
    CodedWord{"customer_link"_L1, "purpose"_L1, "account"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "all invoices")},
    CodedWord{"customer_link"_L1, "purpose"_L1, "return"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "the way back from the provider's page")},
    CodedWord{"method_setup"_L1, "state"_L1, "open"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "open")},
    CodedWord{"method_setup"_L1, "state"_L1, "done"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "done")},
    CodedWord{"method_setup"_L1, "state"_L1, "expired"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "expired")},
    CodedWord{"method_setup"_L1, "state"_L1, "contradicted"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "contradicted")},
    CodedWord{"method_setup"_L1, "state"_L1, "settled"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "settled by hand")},
    CodedWord{"provider_finding"_L1, "kind"_L1, "dispute"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "Dispute")},
    CodedWord{"provider_finding"_L1, "kind"_L1, "refunded_elsewhere"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "Refund there")},
    CodedWord{"provider_finding"_L1, "kind"_L1, "second_charge"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "Second charge")},
    CodedWord{"provider_finding"_L1, "state"_L1, "open"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "open")},
    CodedWord{"provider_finding"_L1, "state"_L1, "returning"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "being given back")},
    CodedWord{"provider_finding"_L1, "state"_L1, "booked"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "booked")},
    CodedWord{"provider_finding"_L1, "state"_L1, "closed"_L1, ownContext,
              QT_TRANSLATE_NOOP("ValueWords", "closed")},
    CodedWord{"provider_finding"_L1, "booked_as"_L1, "refund"_L1, waysContext,
              QT_TRANSLATE_NOOP("ContradictionOffers", "As our refund, with a credit note")},
    CodedWord{"provider_finding"_L1, "booked_as"_L1, "payout"_L1, waysContext,
              QT_TRANSLATE_NOOP("ContradictionOffers", "Paid out of the customer's balance")},
    CodedWord{"provider_finding"_L1, "booked_as"_L1, "reopen"_L1, waysContext,
              QT_TRANSLATE_NOOP("ContradictionOffers", "The invoice is due again")},
    CodedWord{"provider_finding"_L1, "booked_as"_L1, "write_off"_L1, waysContext,
              QT_TRANSLATE_NOOP("ContradictionOffers", "As a loss")},
    CodedWord{"provider_finding"_L1, "booked_as"_L1, "loss"_L1, waysContext,
              QT_TRANSLATE_NOOP("ContradictionOffers", "Lost, and nobody owes it again")},
    CodedWord{"provider_finding"_L1, "booked_as"_L1, "balance"_L1, waysContext,
              QT_TRANSLATE_NOOP("ContradictionOffers", "To the customer's balance")},
    CodedWord{"provider_finding"_L1, "booked_as"_L1, "give_back"_L1, waysContext,
              QT_TRANSLATE_NOOP("ContradictionOffers", "Give it back")},
};

/// What the gateways say of a charge, a refund, a page or a finding (ADR 12).
constexpr std::array gatewayWords{
    CodedWord{""_L1, ""_L1, "amount_mismatch"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "another amount")},
    CodedWord{""_L1, ""_L1, "idempotency_error"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "another request")},
    CodedWord{""_L1, ""_L1, "customer_missing"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "no such payer")},
    CodedWord{""_L1, ""_L1, "another_payer"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "another payer")},
    CodedWord{""_L1, ""_L1, "session_missing"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "no such page")},
    CodedWord{""_L1, ""_L1, "needs_response"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "needs an answer")},
    CodedWord{""_L1, ""_L1, "under_review"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "under review")},
    CodedWord{""_L1, ""_L1, "warning_needs_response"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "inquiry")},
    CodedWord{""_L1, ""_L1, "warning_under_review"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "inquiry answered")},
    CodedWord{""_L1, ""_L1, "lost"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "dispute lost")},
    CodedWord{""_L1, ""_L1, "refunded_elsewhere"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "refunded there")},
    CodedWord{""_L1, ""_L1, "refund_pending"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "refund pending")},
    CodedWord{""_L1, ""_L1, "second_charge"_L1, codesContext,
              QT_TRANSLATE_NOOP("ContradictionWords", "charged twice")}};

QString translated(const CodedWord &word) {
  return QCoreApplication::translate(word.context, word.word);
}

std::optional<QString> gatewayWord(const QString &code) {
  for (const auto &known : gatewayWords)
    if (code == known.code)
      return translated(known);
  const auto decline = declineWord(code);
  return decline == code ? std::nullopt : std::optional(decline);
}

template <class T> std::optional<QString> wordOf(const Result<T> &parsed, auto &&word) {
  return parsed ? std::optional<QString>(word(*parsed)) : std::nullopt;
}

std::optional<QString> statusOf(const QString &row, const QString &value) {
  if (row == u"organization")
    return wordOf(organizations::parseStatus(value),
                  [](auto status) { return statusWord(status); });
  if (row == u"subscription")
    return wordOf(subscriptions::parseStatus(value),
                  [](auto status) { return statusLook(status).text; });
  if (row == u"invoice")
    return wordOf(billing::parseInvoiceStatus(value), [](auto status) {
      billing::Invoice invoice;
      invoice.status = status;
      return statusLook(invoice, {}).text;
    });
  return {};
}

/// "plan starter v1": the plan by its name; "contract + add-on projects × 2": each by itself.
std::optional<QString> grantorOf(const QString &value, const models::CatalogNames &names) {
  if (const auto all = value.split(u" + "_s); all.size() > 1) {
    QStringList named;
    for (const auto &one : all)
      named +=
          one == u"contract" ? ValueWords::tr("the contract") : grantorOf(one, names).value_or(one);
    return named.join(u" + "_s);
  }
  static const QRegularExpression addOn(u"^add-on (.+?)( × \\d+)?$"_s);
  if (const auto match = addOn.match(value); match.hasMatch())
    return ValueWords::tr("add-on %1").arg(names.addon(match.captured(1)) + match.captured(2));
  static const QRegularExpression plan(u"^plan (.+) v(\\d+)$"_s);
  const auto match = plan.match(value);
  if (!match.hasMatch())
    return {};
  return ValueWords::tr("plan %1, version %2")
      .arg(names.plan(match.captured(1)), match.captured(2));
}

/// "missing_data streetAddress": without the figures of the invoice, which it does not hold.
std::optional<QString> findingOf(const QString &value) {
  using Kind = billing::Finding::Kind;
  const auto word = [](const char *source) {
    return std::optional(QCoreApplication::translate("Finding", source));
  };
  switch (billing::findingKindOf(value.section(u' ', 0, 0))) {
  case Kind::None:
    break;
  case Kind::FirstInvoice:
    return word(QT_TRANSLATE_NOOP("Finding", "First invoice"));
  case Kind::UsageChange:
    return word(QT_TRANSLATE_NOOP("Finding", "Usage differs a lot"));
  case Kind::TotalChange:
    return word(QT_TRANSLATE_NOOP("Finding", "Total differs a lot"));
  case Kind::MissingData:
    return word(QT_TRANSLATE_NOOP("Finding", "No %1"))
        ->arg(missingFieldNames(value.section(u' ', 1).split(u' ')));
  }
  return {};
}

} // namespace

std::optional<QString> valueWord(const QString &row, const QString &column, const QString &value,
                                 const models::CatalogNames &names, const QLocale &locale) {
  for (const auto &known : codedWords)
    if (column == known.column && value == known.code && (known.row.isEmpty() || row == known.row))
      return translated(known);
  if (column == u"status" || column == u"status_before")
    return statusOf(row, value);
  if (column == u"subscription_status")
    return statusOf(u"subscription"_s, value);
  if (column == u"billing_interval" || column == u"interval")
    return wordOf(parseInterval(value), intervalWord);
  if (column == u"decline_code" || column == u"said")
    return gatewayWord(value);
  if (column == u"role" || column == u"default_role" || column == u"allowed_roles")
    return roleWord(value);
  if (column == u"metric")
    return metricName(value);
  if (column == u"address_country")
    return countryName(value, locale);
  if (column == u"language")
    return languageName(value);
  if (row == u"finding_review" && column == u"finding")
    return findingOf(value);
  if (column == u"granted_by")
    return grantorOf(value, names);
  if (column == u"plan_id" && names.plans.contains(value))
    return names.plan(value);
  return {};
}

} // namespace tenantry::ui
