// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/mail_consumer.h"

#include "services/automation/rendering.h"
#include "services/automation/repository.h"
#include "services/business/applied.h"
#include "services/core/email_address.h"
#include "services/core/json.h"
#include "services/core/log.h"
#include "services/documents/document_locale.h"

#include <mutex>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

/// Whoever waits for them reads these; the others come by the thousand after a billing run.
constexpr int urgent = 10;
constexpr int bulk = 0;

/// What is to be told, before it is said in somebody's language.
struct Told {
  QString mailTemplate;
  MailLink link = MailLink::Account;
  int priority = urgent;
  std::optional<InvoiceId> invoice{};
  std::optional<MailedInvoice> paper{};
  bool attachesInvoice = false;
  std::optional<Money> amount{};
  QString declineCode{};
  std::optional<LocalDay> ends{};
  QString metric{};
  std::int64_t used = 0;
  std::int64_t limit = 0;
  int decimals = 0;
};

class Telling {
public:
  Telling(store::Session &session, const business::Business &business,
          const OrganizationId &organization)
      : m_repository(session), m_session(session), m_business(business),
        m_organization(organization) {}

  Result<> tell(const std::vector<store::Event> &events) {
    TENANTRY_TRY(addressee, m_repository.addressee(m_organization));
    if (!addressee)
      return {};
    m_addressee = *addressee;
    TENANTRY_TRY(recipients, m_repository.recipients(m_organization, m_addressee));
    for (const auto &event : events) {
      TENANTRY_TRY(told, toldBy(event));
      const auto mail = told ? m_business.mails.find(told->mailTemplate) : m_business.mails.end();
      if (mail == m_business.mails.end())
        continue;
      for (const auto &recipient : recipients)
        TENANTRY_CHECK(add(event, *told, mail->second, recipient));
    }
    return {};
  }

private:
  using Maybe = std::optional<Told>;

  Result<Maybe> toldBy(const store::Event &event) {
    const auto &type = event.type;
    if (type == "invoice.finalized"_L1)
      return issued(event);
    if (type == "payment.succeeded"_L1 || type == "payment.received"_L1)
      return ofInvoice(event, {.mailTemplate = u"payment-receipt"_s, .priority = bulk});
    if (type == "invoice.payment_failed"_L1)
      return ofInvoice(event, {.mailTemplate = u"payment-failed"_s,
                               .declineCode = textOf(event, "decline_code")});
    if (type == "subscription.suspended"_L1)
      return Maybe(Told{.mailTemplate = u"subscription-suspended"_s});
    if (type == "subscription.cancelled"_L1)
      return Maybe(Told{.mailTemplate = u"subscription-cancelled"_s});
    if (type == "subscription.trial_ending"_L1) {
      TENANTRY_TRY(ends, parseDay(textOf(event, "ends_on")));
      return Maybe(Told{.mailTemplate = u"trial-ending-soon"_s, .ends = ends});
    }
    return exceeded(event);
  }

  static QString textOf(const store::Event &event, const char *key) {
    return QString::fromStdString(event.payload.value(key, std::string()));
  }

  /// Nothing where the event is about no invoice, or one that has no number (yet).
  Result<Maybe> ofInvoice(const store::Event &event, Told told) {
    const auto id = InvoiceId::fromString(textOf(event, "invoice"));
    if (id.isNull())
      return Maybe();
    TENANTRY_TRY(paper, m_repository.invoice(m_organization, id));
    if (!paper)
      return Maybe();
    told.invoice = id;
    told.link = MailLink::Invoice;
    told.amount = paper->total;
    if (event.type != "invoice.finalized"_L1)
      told.amount = Money(event.payload.at("amount").get<std::int64_t>(), paper->total.currency());
    told.paper = std::move(paper);
    return Maybe(std::move(told));
  }

  Result<Maybe> issued(const store::Event &event) {
    TENANTRY_TRY(told, ofInvoice(event, {.mailTemplate = u"invoice-issued"_s,
                                         .priority = bulk,
                                         .attachesInvoice = true}));
    if (told && told->paper->amountDue > 0 && !m_addressee.hasMethod) {
      told->mailTemplate = u"invoice-payment-required"_s;
      told->priority = urgent;
    }
    return std::move(told);
  }

  static Result<Maybe> exceeded(const store::Event &event) {
    return Maybe(Told{.mailTemplate = u"quota-exceeded"_s,
                      .metric = textOf(event, "metric").replace(u'_', u' '),
                      .used = event.payload.at("used").get<std::int64_t>(),
                      .limit = event.payload.at("limit").get<std::int64_t>(),
                      .decimals = event.payload.value("decimals", 0)});
  }

  Placeholders valuesOf(const Told &told, const QString &language) const {
    const documents::DocumentLocale locale(language, m_addressee.country);
    Placeholders values{{u"organization"_s, m_addressee.name},
                        {u"business"_s, m_business.name.in(language)},
                        {u"plan"_s, planName(language)},
                        {u"reason"_s, reasonOf(told.declineCode, language)},
                        {u"metric"_s, told.metric},
                        {u"used"_s, quantityText(told.used, told.decimals, language)},
                        {u"limit"_s, quantityText(told.limit, told.decimals, language)}};
    if (told.paper) {
      values[u"number"_s] = told.paper->number;
      values[u"due"_s] = told.paper->dueOn ? locale.date(*told.paper->dueOn) : QString();
    }
    if (told.amount)
      values[u"amount"_s] = locale.money(*told.amount);
    if (told.ends)
      values[u"ends"_s] = locale.date(*told.ends);
    return values;
  }

  [[nodiscard]] QString planName(const QString &language) const {
    const auto plan = m_business.plans.find(m_addressee.planId);
    return plan == m_business.plans.end() ? m_addressee.planId : plan->second.name.in(language);
  }

  Result<> add(const store::Event &event, const Told &told, const business::MailTemplate &kind,
               const Recipient &recipient) {
    const auto address = EmailAddress::parse(recipient.email);
    if (!address) {
      spdlog::warn("no mail {} to an address of organization {}: {}", kind.id,
                   m_organization.toString(), address.error().code);
      return {};
    }
    Mail mail;
    mail.organization = m_organization;
    mail.id = makeId<MailId>(m_session.clock.now());
    mail.event = event.sequence;
    mail.mailTemplate = kind.id;
    mail.recipient = address->toString();
    mail.language = languageOf(kind, recipient.language);
    const auto words = render(kind.byLanguage.at(mail.language), valuesOf(told, mail.language));
    mail.subject = words.subject;
    mail.body = words.text;
    mail.link = told.link;
    mail.invoice = told.invoice;
    mail.attachesInvoice = told.attachesInvoice;
    mail.priority = told.priority;
    return m_repository.add(mail);
  }

  Repository m_repository;
  store::Session &m_session;
  const business::Business &m_business;
  OrganizationId m_organization;
  Addressee m_addressee;
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
  return Telling(session, applied->business, fresh.front().organization).tell(fresh);
}

} // namespace

jobs::Consumer mailConsumer() {
  return {u"automation.mail"_s,
          [](const QString &type) {
            static const std::set<QString> wanted{
                u"invoice.finalized"_s,         u"payment.succeeded"_s,
                u"payment.received"_s,          u"invoice.payment_failed"_s,
                u"subscription.suspended"_s,    u"subscription.cancelled"_s,
                u"subscription.trial_ending"_s, u"usage.exceeded"_s};
            return wanted.contains(type);
          },
          [business = std::make_shared<SharedBusiness>()](store::Session &session,
                                                          const std::vector<store::Event> &events) {
            return tellOf(session, *business, events);
          }};
}

} // namespace tenantry::automation
