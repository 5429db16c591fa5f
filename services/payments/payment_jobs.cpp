// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/payment_jobs.h"

#include "services/core/json.h"
#include "services/jobs/job_queue.h"
#include "services/payments/dunning_service.h"
#include "services/payments/finding_acts.h"
#include "services/payments/method_setups.h"
#include "services/payments/refunds.h"
#include "services/payments/stripe_news.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

const QString queue = u"payments"_s;
const QString chargeKind = u"payment.charge"_s;
const QString inquiryKind = u"payment.inquire"_s;
const QString dunningKind = u"payment.dunning"_s;
const QString refundKind = u"payment.refund"_s;
const QString newsKind = u"payment.provider_event"_s;
const QString setupKind = u"payment.method_setup"_s;
const QString findingKind = u"payment.finding"_s;

jobs::NewJob inquiryJob(const OrganizationId &organization, const QString &attempt, Instant at) {
  return {.queue = queue,
          .kind = inquiryKind,
          .key = attempt,
          .payload = {{"organization", organization.toString()}, {"attempt", attempt}},
          .runAt = at};
}

jobs::NewJob refundJob(const OrganizationId &organization, const QString &refund, Instant at) {
  return {.queue = queue,
          .kind = refundKind,
          .key = refund,
          .payload = {{"organization", organization.toString()}, {"refund", refund}},
          .runAt = at};
}

jobs::NewJob setupJob(const OrganizationId &organization, const QString &setup, Instant at) {
  return {.queue = queue,
          .kind = setupKind,
          .key = setup,
          .payload = {{"organization", organization.toString()}, {"setup", setup}},
          .runAt = at};
}

jobs::NewJob findingJob(const OrganizationId &organization, const QString &finding, Instant at) {
  return {.queue = queue,
          .kind = findingKind,
          .key = finding,
          .payload = {{"organization", organization.toString()}, {"finding", finding}},
          .runAt = at};
}

jobs::NewJob newsJob(const QString &eventId, Instant at) {
  return {.queue = queue,
          .kind = newsKind,
          .key = eventId,
          .payload = {{"event", eventId}},
          .runAt = at};
}

template <typename IdType> IdType idOf(const jobs::Job &job, const char *key) {
  return IdType::fromString(job.payload.at(key).get<QString>());
}

} // namespace

Result<> enqueueCharge(store::Session &session, const OrganizationId &organization,
                       const InvoiceId &invoice, std::size_t number) {
  TENANTRY_CHECK(
      jobs::JobQueue(session).enqueue({.queue = queue,
                                       .kind = chargeKind,
                                       .key = invoice.toString(),
                                       .payload = {{"organization", organization.toString()},
                                                   {"invoice", invoice.toString()},
                                                   {"number", number}},
                                       .runAt = session.clock.now()}));
  return {};
}

Result<> enqueueDunning(store::Session &session, const OrganizationId &organization,
                        const InvoiceId &invoice, Instant at) {
  TENANTRY_CHECK(jobs::JobQueue(session).enqueue(
      {.queue = queue,
       .kind = dunningKind,
       .key = invoice.toString(),
       .payload = {{"organization", organization.toString()}, {"invoice", invoice.toString()}},
       .runAt = at}));
  return {};
}

Result<> enqueueInquiry(store::Session &session, const OrganizationId &organization,
                        const PaymentAttemptId &attempt, Instant at) {
  TENANTRY_CHECK(jobs::JobQueue(session).enqueue(inquiryJob(organization, attempt.toString(), at)));
  return {};
}

Result<> enqueueRefund(store::Session &session, const OrganizationId &organization,
                       const RefundId &refund, Instant at) {
  TENANTRY_CHECK(jobs::JobQueue(session).enqueue(refundJob(organization, refund.toString(), at)));
  return {};
}

Result<> enqueueFinding(store::Session &session, const OrganizationId &organization,
                        const QUuid &finding, Instant at) {
  TENANTRY_CHECK(jobs::JobQueue(session).enqueue(
      findingJob(organization, finding.toString(QUuid::WithoutBraces), at)));
  return {};
}

Result<> enqueueProviderEvent(store::Session &session, const QString &eventId) {
  TENANTRY_CHECK(jobs::JobQueue(session).enqueue(newsJob(eventId, session.clock.now())));
  return {};
}

Result<> sweepPayments(store::Session &session) {
  constexpr std::chrono::minutes longEnough{10}; // no request to a provider takes that long
  const Instant now = session.clock.now();
  const Instant before = now - longEnough;
  TENANTRY_TRY(payments, session.database.query("payments_forgotten", {{"before", before}}));
  TENANTRY_TRY(events, session.database.query("provider_events_forgotten", {{"before", before}}));
  std::vector<jobs::NewJob> forgotten;
  for (const auto row : payments) {
    const auto organization = row.get<OrganizationId>(1);
    const QString id = row.get<QUuid>(2).toString(QUuid::WithoutBraces);
    const auto make = row.get<QString>(0) == refundKind    ? refundJob
                      : row.get<QString>(0) == setupKind   ? setupJob
                      : row.get<QString>(0) == findingKind ? findingJob
                                                           : inquiryJob;
    forgotten.push_back(make(organization, id, now));
  }
  for (const auto row : events)
    forgotten.push_back(newsJob(row.get<QString>(0), now));
  return jobs::JobQueue(session).enqueueAbsent(std::move(forgotten));
}

Result<> enqueueSetupInquiry(store::Session &session, const OrganizationId &organization,
                             const MethodSetupId &setup, Instant at) {
  TENANTRY_CHECK(jobs::JobQueue(session).enqueue(setupJob(organization, setup.toString(), at)));
  return {};
}

std::chrono::minutes inquiryDelay(int inquiries) {
  using std::chrono::minutes;
  constexpr std::array delays{minutes(1), minutes(5), minutes(60), minutes(6 * 60),
                              minutes(24 * 60)};
  const auto place = std::clamp<std::size_t>(static_cast<std::size_t>(inquiries), 1, delays.size());
  return delays.at(place - 1);
}

namespace {

/// What only a process that speaks with Stripe can do; it waits for one.
void registerStripe(jobs::HandlerRegistry &registry, const GatewayFactory &gateways,
                    const std::shared_ptr<gateways::StripeClient> &stripe) {
  registry.add(newsKind, queue,
               [gateways, stripe](store::Session &session, const jobs::Job &job,
                                  jobs::JobProgress &) -> Result<> {
                 business::AppliedBusiness business;
                 const auto gateway = gateways(session);
                 return StripeNews(session, business, *gateway, *stripe)
                     .handle(job.payload.at("event").get<QString>());
               });
  registry.add(setupKind, queue,
               [gateways, stripe](store::Session &session, const jobs::Job &job,
                                  jobs::JobProgress &) -> Result<> {
                 business::AppliedBusiness business;
                 const auto gateway = gateways(session);
                 return MethodSetups(session, business, *gateway, *stripe)
                     .inquire(idOf<OrganizationId>(job, "organization"),
                              idOf<MethodSetupId>(job, "setup"));
               });
}

} // namespace

void registerJobs(jobs::HandlerRegistry &registry, const GatewayFactory &gateways,
                  const std::shared_ptr<gateways::StripeClient> &stripe,
                  std::chrono::seconds sweepEvery) {
  registry.addRecurring({u"payment.sweep"_s, queue, sweepEvery},
                        [](store::Session &session, const jobs::Job &, jobs::JobProgress &) {
                          return sweepPayments(session);
                        });
  if (stripe)
    registerStripe(registry, gateways, stripe);
  registry.add(
      chargeKind, queue,
      [gateways](store::Session &session, const jobs::Job &job, jobs::JobProgress &) -> Result<> {
        business::AppliedBusiness business;
        const auto gateway = gateways(session);
        TENANTRY_CHECK(PaymentService(session, business, *gateway)
                           .charge(idOf<OrganizationId>(job, "organization"),
                                   idOf<InvoiceId>(job, "invoice"),
                                   job.payload.at("number").get<int>()));
        return {};
      });
  registry.add(
      dunningKind, queue, [](store::Session &session, const jobs::Job &job, jobs::JobProgress &) {
        business::AppliedBusiness business;
        return DunningService(session, business)
            .follow(idOf<OrganizationId>(job, "organization"), idOf<InvoiceId>(job, "invoice"));
      });
  registry.add(
      inquiryKind, queue,
      [gateways](store::Session &session, const jobs::Job &job, jobs::JobProgress &) -> Result<> {
        business::AppliedBusiness business;
        const auto gateway = gateways(session);
        TENANTRY_CHECK(PaymentService(session, business, *gateway)
                           .inquire(idOf<OrganizationId>(job, "organization"),
                                    idOf<PaymentAttemptId>(job, "attempt")));
        return {};
      });
  registry.add(
      findingKind, queue,
      [gateways](store::Session &session, const jobs::Job &job, jobs::JobProgress &) -> Result<> {
        business::AppliedBusiness business;
        const auto gateway = gateways(session);
        return FindingActs(session, business)
            .follow(*gateway, idOf<OrganizationId>(job, "organization"),
                    QUuid::fromString(job.payload.at("finding").get<QString>()));
      });
  registry.add(
      refundKind, queue,
      [gateways](store::Session &session, const jobs::Job &job, jobs::JobProgress &) -> Result<> {
        business::AppliedBusiness business;
        const auto gateway = gateways(session);
        TENANTRY_CHECK(Refunds(session, business)
                           .follow(*gateway, idOf<OrganizationId>(job, "organization"),
                                   idOf<RefundId>(job, "refund")));
        return {};
      });
}

jobs::Consumer chargeConsumer() {
  return {u"payments.charge"_s, [](const QString &type) { return type == "invoice.finalized"_L1; },
          [](store::Session &session, const std::vector<store::Event> &events) -> Result<> {
            for (const auto &event : events)
              TENANTRY_CHECK(enqueueCharge(
                  session, event.organization,
                  InvoiceId::fromString(event.payload.at("invoice").get<QString>()), 1));
            return {};
          }};
}

jobs::Consumer recoveryConsumer() {
  return {u"payments.recovery"_s,
          [](const QString &type) {
            return type == "invoice.paid"_L1 || type == "invoice.written_off"_L1 ||
                   type == "invoice.voided"_L1;
          },
          [](store::Session &session, const std::vector<store::Event> &events) {
            business::AppliedBusiness business;
            return DunningService(session, business).recover(events.front().organization);
          }};
}

} // namespace tenantry::payments
