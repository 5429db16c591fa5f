// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/mail_consumer.h"

#include "services/automation/check_ins.h"
#include "services/automation/telling.h"
#include "services/core/json.h"

#include <mutex>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

/// What becomes of each event.
class EventTelling {
public:
  EventTelling(store::Session &session, const business::Business &business,
               const OrganizationId &organization)
      : m_session(session), m_business(business), m_telling(session, business, organization) {}

  Result<> tell(const std::vector<store::Event> &events) {
    TENANTRY_TRY(isThere, m_telling.open());
    if (!isThere)
      return {};
    for (const auto &event : events) {
      TENANTRY_TRY(told, toldBy(event));
      if (told)
        TENANTRY_CHECK(m_telling.tell(event.sequence, *told));
    }
    return {};
  }

private:
  using Maybe = std::optional<Told>;

  Result<Maybe> toldBy(const store::Event &event) {
    const auto &type = event.type;
    if (type == "organization.created"_L1)
      return created(event);
    if (type == "invoice.finalized"_L1)
      return issued(event);
    if (type == "invoice.overdue"_L1)
      return overdue(event);
    if (type == "invoice.credited"_L1)
      return Maybe(credited(event));
    if (type == "payment.refunded"_L1)
      return ofInvoice(event, {.mailTemplate = u"payment-refunded"_s});
    if (type == "payment.succeeded"_L1 || type == "payment.received"_L1)
      return ofInvoice(event, {.mailTemplate = u"payment-receipt"_s, .priority = bulkMail});
    if (type == "payment.reversed"_L1)
      return takenBack(event);
    if (type == "invoice.payment_failed"_L1)
      return ofInvoice(event, {.mailTemplate = u"payment-failed"_s,
                               .declineCode = textOf(event, "decline_code")});
    if (type == "subscription.suspended"_L1)
      return Maybe(Told{.mailTemplate = u"subscription-suspended"_s});
    if (type == "subscription.reactivated"_L1)
      return Maybe(Told{.mailTemplate = u"subscription-reactivated"_s});
    if (type == "subscription.cancelled"_L1)
      return Maybe(Told{.mailTemplate = u"subscription-cancelled"_s});
    if (type == "subscription.trial_ending"_L1) {
      TENANTRY_TRY(ends, parseDay(textOf(event, "ends_on")));
      return Maybe(Told{.mailTemplate = u"trial-ending-soon"_s, .ends = ends});
    }
    if (type ==
        "subscription.expired"_L1) // of a period's end without renewal they were told before
      return event.payload.value("trial", false) ? Maybe(Told{.mailTemplate = u"trial-expired"_s})
                                                 : Maybe();
    if (type == "subscription.expiring"_L1) {
      TENANTRY_TRY(ends, parseDay(textOf(event, "ends_on")));
      return Maybe(Told{.mailTemplate = u"renewal-reminder"_s, .ends = ends});
    }
    if (type == "usage.upgrade_suggested"_L1)
      return upgrade(event);
    return exceeded(event);
  }

  /// What follows in the days to come is left to jobs, which look again then.
  Result<Maybe> created(const store::Event &event) {
    if (!event.payload.value("onboarding", false) || !m_telling.addressee().isServed())
      return Maybe();
    TENANTRY_CHECK(scheduleCheckIns(m_session, m_business.onboarding, event));
    return Maybe(Told{.mailTemplate = u"organization-welcome"_s});
  }

  static QString textOf(const store::Event &event, const char *key) {
    return QString::fromStdString(event.payload.value(key, std::string()));
  }

  /// Nothing where the event is about no invoice, or one that has no number (yet).
  Result<Maybe> ofInvoice(const store::Event &event, Told told) {
    const auto id = InvoiceId::fromString(textOf(event, "invoice"));
    if (id.isNull())
      return Maybe();
    TENANTRY_TRY(paper, m_telling.repository().invoice(event.organization, id));
    if (!paper)
      return Maybe();
    told.invoice = id;
    told.link = MailLink::Invoice;
    told.number = paper->number;
    told.due = paper->dueOn;
    told.amount = paper->total;
    if (event.type != "invoice.finalized"_L1)
      told.amount = Money(event.payload.at("amount").get<std::int64_t>(), paper->total.currency());
    told.isUnpaid = paper->amountDue > 0;
    return Maybe(std::move(told));
  }

  /// What never came, or was another's, is not confirmed to who was not told yet. What was lost to
  /// a dispute, or sent back, did come.
  Result<Maybe> takenBack(const store::Event &event) {
    const auto &said = event.payload;
    if (said.contains("reason") || said.contains("bank_entry"))
      TENANTRY_CHECK(
          m_telling.repository().withdrawReceipts(event.organization, textOf(event, "payment")));
    return Maybe();
  }

  /// Nothing of what was paid before the mail was written.
  Result<Maybe> overdue(const store::Event &event) {
    TENANTRY_TRY(told, ofInvoice(event, {.mailTemplate = u"payment-reminder"_s}));
    return told && told->isUnpaid ? std::move(told) : Maybe();
  }

  /// The account's page has its paper.
  static Told credited(const store::Event &event) {
    Told told{.mailTemplate = u"credit-note-issued"_s, .priority = bulkMail};
    told.number = textOf(event, "number");
    if (const auto currency = Currency::parse(textOf(event, "currency")))
      told.amount = Money(event.payload.at("total").get<std::int64_t>(), *currency);
    return told;
  }

  Result<Maybe> issued(const store::Event &event) {
    TENANTRY_TRY(told, ofInvoice(event, {.mailTemplate = u"invoice-issued"_s,
                                         .priority = bulkMail,
                                         .attachesInvoice = true}));
    if (told && told->isUnpaid && !m_telling.addressee().hasMethod) {
      told->mailTemplate = u"invoice-payment-required"_s;
      told->priority = urgentMail;
    }
    return std::move(told);
  }

  static Result<Maybe> exceeded(const store::Event &event) {
    return Maybe(Told{.mailTemplate = u"quota-exceeded"_s,
                      .metric = textOf(event, "metric"),
                      .used = event.payload.at("used").get<std::int64_t>(),
                      .limit = event.payload.at("limit").get<std::int64_t>(),
                      .decimals = event.payload.value("decimals", 0)});
  }

  static Result<Maybe> upgrade(const store::Event &event) {
    TENANTRY_TRY(currency, Currency::parse(textOf(event, "currency")));
    const auto &said = event.payload;
    ToldUpgrade upgrade{textOf(event, "plan"),
                        Money(said.at("a_month_before").get<std::int64_t>(), currency),
                        Money(said.at("a_month").get<std::int64_t>(), currency),
                        {}};
    for (const auto &[metric, limit] : said.at("limits").items())
      upgrade.limits.emplace_back(QString::fromStdString(metric), limit.get<std::int64_t>());
    return Maybe(Told{.mailTemplate = u"upgrade-suggestion"_s,
                      .metric = textOf(event, "metric"),
                      .upgrade = std::move(upgrade)});
  }

  store::Session &m_session;
  const business::Business &m_business;
  Telling m_telling;
};

/// Read once and not for each organization: dispatchers on several threads call one consumer.
struct SharedBusiness {
  Result<std::shared_ptr<const business::Applied>> current(store::Session &session) {
    const std::lock_guard guard(m_mutex);
    return m_business.current(session);
  }

private:
  std::mutex m_mutex;
  business::AppliedBusiness m_business;
};

Result<> tellOf(store::Session &session, SharedBusiness &business,
                const std::vector<store::Event> &events) {
  std::vector<store::Event> fresh;
  for (const auto &event : events)
    if (event.occurredAt >= session.clock.now() - tellsNoOlderThan)
      fresh.push_back(event);
  if (fresh.empty())
    return {};
  TENANTRY_TRY(applied, business.current(session));
  return EventTelling(session, applied->business, fresh.front().organization).tell(fresh);
}

} // namespace

jobs::Consumer mailConsumer() {
  return {u"automation.mail"_s,
          [](const QString &type) {
            static const std::set<QString> wanted{
                u"organization.created"_s,      u"invoice.finalized"_s,
                u"invoice.overdue"_s,           u"invoice.credited"_s,
                u"payment.succeeded"_s,         u"payment.received"_s,
                u"payment.refunded"_s,          u"invoice.payment_failed"_s,
                u"payment.reversed"_s,          u"subscription.suspended"_s,
                u"subscription.reactivated"_s,  u"subscription.cancelled"_s,
                u"subscription.trial_ending"_s, u"subscription.expiring"_s,
                u"subscription.expired"_s,      u"usage.exceeded"_s,
                u"usage.upgrade_suggested"_s};
            return wanted.contains(type);
          },
          [business = std::make_shared<SharedBusiness>()](store::Session &session,
                                                          const std::vector<store::Event> &events) {
            return tellOf(session, *business, events);
          }};
}

} // namespace tenantry::automation
