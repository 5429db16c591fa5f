// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/service.h"

#include "services/core/crash_point.h"
#include "services/payments/adjustment.h"
#include "services/payments/contradictions.h"
#include "services/payments/dunning_service.h"
#include "services/payments/payment_jobs.h"
#include "services/payments/repository.h"
#include "services/payments/transfers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::ChargeAnswer;
using gateways::ChargeOutcome;

namespace {

const std::array<std::pair<AttemptStatus, QLatin1StringView>, 6> statusNames{{
    {AttemptStatus::Pending, "pending"_L1},
    {AttemptStatus::Unknown, "unknown"_L1},
    {AttemptStatus::Succeeded, "succeeded"_L1},
    {AttemptStatus::Failed, "failed"_L1},
    {AttemptStatus::Refunded, "refunded"_L1},
    {AttemptStatus::Withdrawn, "withdrawn"_L1},
}};

store::Json describe(const Attempt &attempt) {
  return {{"invoice", attempt.invoice.toString().toStdString()},
          {"attempt", attempt.id.toString().toStdString()},
          {"amount", attempt.amount},
          {"currency", attempt.currency.code().toStdString()}};
}

void apply(const ChargeAnswer &answer, Attempt &attempt) {
  attempt.declineCode = answer.declineCode;
  switch (answer.outcome) {
  case ChargeOutcome::Succeeded:
    attempt.status = AttemptStatus::Succeeded;
    return;
  case ChargeOutcome::Failed:
  case ChargeOutcome::NeedsAction:
    attempt.status = AttemptStatus::Failed;
    return;
  case ChargeOutcome::Unknown:
    attempt.status = AttemptStatus::Unknown;
    ++attempt.inquiries;
    return;
  case ChargeOutcome::NotFound:
    attempt.status = AttemptStatus::Withdrawn;
    return;
  case ChargeOutcome::Contradicted:
    attempt.status = AttemptStatus::Unknown;
    return;
  }
}

/// Who presses the button on their own page: networks count what the cardholder starts by itself.
const QString paidByCustomer = u"customer"_s;

/// What its provider never had was none.
bool isRetry(const std::vector<Attempt> &earlier) {
  return std::any_of(earlier.begin(), earlier.end(), [](const Attempt &attempt) {
    return attempt.status != AttemptStatus::Withdrawn;
  });
}

/// The last gate: whatever asked for the try.
Result<bool> isTriedEnough(store::Session &session, business::AppliedBusiness &business,
                           const billing::Invoice &invoice, const Method &method) {
  TENANTRY_TRY(applied, business.current(session));
  const Instant now = session.clock.now();
  const Money due(invoice.amountDue(), invoice.currency);
  TENANTRY_TRY(alike, Repository(session).triesAlike(invoice.organization, method.id, due,
                                                     now - triesCountFor));
  const auto from = mayTryFrom(applied->business.dunning, alike);
  return from && *from > now;
}

} // namespace

QString toString(AttemptStatus status) {
  for (const auto &[value, name] : statusNames)
    if (value == status)
      return name;
  return {};
}

Result<AttemptStatus> parseAttemptStatus(QStringView text) {
  for (const auto &[value, name] : statusNames)
    if (text == name)
      return value;
  return tenantry::fail(u"payment.status_unknown"_s,
                        u"“%1” is not a status of a payment."_s.arg(text));
}

Result<> PaymentService::setMethod(const OrganizationId &organization, const NewMethod &method) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(inForce, Repository(m_session).method(organization));
    const bool isSame =
        inForce && inForce->provider == method.provider && inForce->reference == method.reference;
    if (inForce && method.agreedAt && (isSame || inForce->agreedAt >= *method.agreedAt))
      return {};
    TENANTRY_CHECK(Repository(m_session).replaceMethod(organization, method));
    TENANTRY_CHECK(store::appendEvents(
        m_session, organization,
        {{u"payment_method.changed"_s, {{"label", method.label.toStdString()}}}}));
    TENANTRY_TRY(open, billing::BillingService(m_session, m_business).openOf(organization));
    for (const auto &invoice : open) {
      TENANTRY_TRY(tries, Repository(m_session).ofInvoice(organization, invoice.id));
      TENANTRY_CHECK(enqueueCharge(m_session, organization, invoice.id, tries.size() + 1));
    }
    return {};
  });
}

Result<std::optional<PaymentService::Begun>>
PaymentService::begin(const OrganizationId &organization, const InvoiceId &invoiceId,
                      std::optional<int> number) {
  return m_session.database.transaction([&]() -> Result<std::optional<Begun>> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    Repository repository(m_session);
    TENANTRY_TRY(earlier, repository.ofInvoice(organization, invoiceId));
    if (!earlier.empty() && earlier.back().isLive())
      return std::optional(Begun{earlier.back(), false});
    if (number && *number <= static_cast<int>(earlier.size()))
      return std::optional<Begun>{};
    TENANTRY_TRY(invoice,
                 billing::BillingService(m_session, m_business).find(organization, invoiceId));
    TENANTRY_TRY(method, repository.method(organization));
    if (!method || invoice.status != billing::InvoiceStatus::Open)
      return std::optional<Begun>{};
    TENANTRY_CHECK(gateways::checkServes(m_gateway, method->provider));
    if (isRetry(earlier) && m_session.actor != paidByCustomer) {
      TENANTRY_TRY(isEnough, isTriedEnough(m_session, m_business, invoice, *method));
      if (isEnough)
        return std::optional<Begun>{};
    }
    Attempt attempt;
    attempt.organization = organization;
    attempt.createdAt = m_session.clock.now();
    attempt.id = makeId<PaymentAttemptId>(attempt.createdAt);
    attempt.invoice = invoiceId;
    attempt.number = static_cast<int>(earlier.size()) + 1;
    attempt.method = method->id;
    attempt.key = u"pay:%1:%2"_s.arg(invoiceId.toString()).arg(attempt.number);
    attempt.amount = invoice.amountDue();
    attempt.currency = invoice.currency;
    TENANTRY_CHECK(repository.insert(attempt));
    return std::optional(Begun{attempt, true});
  });
}

// A live attempt that is found may have been asked for and killed before its answer was written:
// the provider knows. Under one key it is asked for one thing, with the method of the attempt also
// where there is another by now, and only while all of it is still due: meanwhile it may have been
// paid otherwise, or credited.
Result<ChargeAnswer> PaymentService::ask(const Attempt &attempt, bool mayBeKnown) {
  TENANTRY_TRY(request, requestOf(attempt));
  if (mayBeKnown) {
    ChargeAnswer answer = m_gateway.inquire(request);
    if (answer.outcome != ChargeOutcome::NotFound)
      return answer;
    TENANTRY_TRY(isDue, isStillDue(attempt));
    if (!isDue)
      return answer;
  }
  return m_gateway.charge(request);
}

Result<bool> PaymentService::isStillDue(const Attempt &attempt) {
  TENANTRY_TRY(
      invoice,
      billing::BillingService(m_session, m_business).find(attempt.organization, attempt.invoice));
  return invoice.status == billing::InvoiceStatus::Open && invoice.amountDue() >= attempt.amount;
}

Result<gateways::ChargeRequest> PaymentService::requestOf(const Attempt &attempt) {
  TENANTRY_TRY(
      invoice,
      billing::BillingService(m_session, m_business).find(attempt.organization, attempt.invoice));
  TENANTRY_TRY(method, Repository(m_session).methodOf(attempt));
  TENANTRY_CHECK(gateways::checkServes(m_gateway, method.provider));
  return gateways::ChargeRequest{attempt.key,
                                 method.reference,
                                 Money(attempt.amount, attempt.currency),
                                 invoice.number,
                                 method.provider,
                                 method.customer,
                                 attempt.reference,
                                 attempt.organization.toString(),
                                 attempt.id.toString(),
                                 attempt.createdAt};
}

Result<std::optional<Attempt>> PaymentService::charge(const OrganizationId &organization,
                                                      const InvoiceId &invoice,
                                                      std::optional<int> number) {
  TENANTRY_TRY(begun, begin(organization, invoice, number));
  if (!begun) {
    TENANTRY_CHECK(DunningService(m_session, m_business).follow(organization, invoice));
    return std::optional<Attempt>{};
  }
  if (begun->attempt.status == AttemptStatus::Unknown)
    return std::optional(begun->attempt);
  crashPoint("payment.before_request");
  TENANTRY_TRY(answer, ask(begun->attempt, !begun->isNew));
  crashPoint("payment.after_request");
  TENANTRY_TRY(settled, settle(begun->attempt, answer));
  return std::optional(settled);
}

Result<Attempt> PaymentService::find(const OrganizationId &organization,
                                     const PaymentAttemptId &id) {
  TENANTRY_TRY(attempt, Repository(m_session).find(organization, id));
  if (!attempt)
    return tenantry::fail(u"payment.not_found"_s,
                          u"There is no payment attempt %1."_s.arg(id.toString()));
  return *attempt;
}

Result<Attempt> PaymentService::inquire(const OrganizationId &organization,
                                        const PaymentAttemptId &id) {
  TENANTRY_TRY(attempt, find(organization, id));
  if (!attempt.isLive())
    return attempt;
  TENANTRY_TRY(answer, ask(attempt, true));
  return settle(attempt, answer);
}

Result<Attempt> PaymentService::learn(const Attempt &attempt, const ChargeAnswer &answer) {
  const bool hasNoMoney =
      attempt.status == AttemptStatus::Failed || attempt.status == AttemptStatus::Withdrawn;
  const bool isNews = attempt.isLive() ? answer.outcome != ChargeOutcome::Unknown
                                       : hasNoMoney && answer.outcome == ChargeOutcome::Succeeded;
  return isNews ? settle(attempt, answer) : Result<Attempt>(attempt);
}

Result<Attempt> PaymentService::settle(Attempt attempt, const ChargeAnswer &answer) {
  apply(answer, attempt);
  if (!answer.reference.isEmpty())
    attempt.reference = answer.reference;
  return m_session.database.transaction([&]() -> Result<Attempt> {
    TENANTRY_CHECK(store::lockOrganization(m_session, attempt.organization));
    TENANTRY_TRY(moved, Repository(m_session).move(attempt, answer.reference));
    if (!moved)
      return attempt;
    if (attempt.status == AttemptStatus::Succeeded)
      TENANTRY_CHECK(succeed(attempt));
    if (attempt.status == AttemptStatus::Failed)
      TENANTRY_CHECK(fail(attempt));
    if (attempt.status == AttemptStatus::Withdrawn)
      TENANTRY_CHECK(withdraw(attempt));
    if (answer.outcome == ChargeOutcome::Contradicted) {
      TENANTRY_CHECK(contradict(m_session, attempt));
    } else if (attempt.isLive()) {
      TENANTRY_CHECK(askAgainLater(attempt));
    }
    crashPoint("payment.before_commit");
    return attempt;
  });
}

Result<> PaymentService::succeed(const Attempt &attempt) {
  Repository repository(m_session);
  const QUuid payment = makeUuidV7(m_session.clock.now());
  TENANTRY_CHECK(repository.addPayment(payment, attempt.organization, u"attempt"_s, attempt.id,
                                       Money(attempt.amount, attempt.currency), attempt.key));
  TENANTRY_CHECK(store::appendEvents(m_session, attempt.organization,
                                     {{u"payment.succeeded"_s, describe(attempt)}}));
  TENANTRY_TRY(split, billing::BillingService(m_session, m_business)
                          .receive(attempt.organization, attempt.invoice, attempt.amount, payment));
  TENANTRY_CHECK(repository.allocate(attempt.organization, payment, attempt.invoice, split));
  return split.toBalance > 0 ? useBalance(attempt.organization) : Result<>();
}

Result<> PaymentService::useBalance(const OrganizationId &organization) {
  TENANTRY_CHECK(payFromBalance(m_session, m_business, organization));
  return {};
}

Result<> PaymentService::fail(const Attempt &attempt) {
  auto payload = describe(attempt);
  payload["decline_code"] = attempt.declineCode.toStdString();
  TENANTRY_CHECK(store::appendEvents(
      m_session, attempt.organization,
      {{u"payment.failed"_s, payload}, {u"invoice.payment_failed"_s, payload}}));
  TENANTRY_CHECK(useBalance(attempt.organization));
  return DunningService(m_session, m_business).follow(attempt.organization, attempt.invoice);
}

// No failure of the customer's: nobody is told to pay. What is left of the invoice is tried anew.
Result<> PaymentService::withdraw(const Attempt &attempt) {
  TENANTRY_CHECK(store::appendEvents(m_session, attempt.organization,
                                     {{u"payment.withdrawn"_s, describe(attempt)}}));
  TENANTRY_CHECK(useBalance(attempt.organization));
  return enqueueCharge(m_session, attempt.organization, attempt.invoice,
                       static_cast<std::size_t>(attempt.number) + 1);
}

Result<> PaymentService::askAgainLater(const Attempt &attempt) {
  return enqueueInquiry(m_session, attempt.organization, attempt.id,
                        m_session.clock.now() + inquiryDelay(attempt.inquiries));
}

Result<> PaymentService::receiveTransfer(const OrganizationId &organization,
                                         const InvoiceId &invoiceId, std::int64_t amount,
                                         const QString &reference) {
  TENANTRY_TRY(invoice,
               billing::BillingService(m_session, m_business).find(organization, invoiceId));
  TENANTRY_CHECK(Transfers(m_session, m_business)
                     .act({organization, invoiceId, Money(amount, invoice.currency), reference}));
  return {};
}

Result<std::vector<Attempt>> PaymentService::attempts(const OrganizationId &organization) {
  return Repository(m_session).ofOrganization(organization);
}

} // namespace tenantry::payments
