// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning_acts.h"

#include "services/billing/invoice_verdicts.h"
#include "services/core/seen_rows.h"
#include "services/organizations/service.h"
#include "services/payments/dunning_case.h"
#include "services/payments/dunning_service.h"
#include "services/payments/payment_jobs.h"
#include "services/payments/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

struct Candidate {
  DunningVerdict verdict;
  DeclineClass decline = DeclineClass::None;
  bool isTrying = false;
  std::optional<QUuid> method{};     ///< in force
  std::optional<QUuid> lastMethod{}; ///< of the last try
};

Result<Candidate> candidateFrom(const store::Row &row) {
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
  TENANTRY_TRY(decline, parseDeclineClass(row.get<QString>(6)));
  Candidate candidate{{{row.get<OrganizationId>(0), row.get<InvoiceId>(1)},
                       row.get<QString>(3),
                       row.get<QString>(2),
                       Money(row.get<std::int64_t>(4), currency)},
                      decline};
  candidate.isTrying = row.get<bool>(7);
  candidate.method = row.get<std::optional<QUuid>>(8);
  candidate.lastMethod = row.get<std::optional<QUuid>>(9);
  candidate.verdict.tryDueAt = row.get<std::optional<Instant>>(10);
  return candidate;
}

std::optional<Error> retryObstacle(const Candidate &candidate) {
  const auto &number = candidate.verdict.number;
  if (candidate.isTrying)
    return Error{u"payment.running"_s,
                 u"A payment of invoice %1 is being tried; wait for its outcome."_s.arg(number)};
  if (!candidate.method)
    return Error{u"dunning.no_method"_s,
                 u"The customer of invoice %1 has no payment method to charge; give them the link "
                 u"to their account, where they set one up."_s.arg(number)};
  const bool isForGood =
      candidate.decline == DeclineClass::Hard || candidate.decline == DeclineClass::Action;
  if (isForGood && candidate.method == candidate.lastMethod)
    return Error{u"dunning.declined_for_good"_s,
                 u"The payment method of invoice %1 was declined, and trying again "
                 u"would not help: the customer must act or give another one."_s.arg(number)};
  return std::nullopt;
}

DunningVerdict notDunned(const InvoiceKey &key) {
  DunningVerdict verdict;
  verdict.key = key;
  verdict.refusal =
      Error{u"dunning.not_found"_s, u"This invoice is not in dunning, or no longer."_s};
  return verdict;
}

Result<DunningVerdict> retryVerdict(const store::Row &row) {
  TENANTRY_TRY(candidate, candidateFrom(row));
  auto verdict = candidate.verdict;
  verdict.refusal = retryObstacle(candidate);
  return verdict;
}

Result<DunningVerdict> plainVerdict(const store::Row &row) {
  TENANTRY_TRY(candidate, candidateFrom(row));
  return candidate.verdict;
}

Result<> checkSeenDunning(const DunningVerdict &now, const QString &seen) {
  if (seen.isEmpty() || seen == now.digest())
    return {};
  return fail(u"invoice.picture_changed"_s,
              u"What is due on invoice %1 has changed since; look at it again."_s.arg(now.number));
}

store::NewEvent dunningEvent(const QString &type, const InvoiceKey &key, store::Json payload) {
  payload["invoice"] = key.invoice;
  return {type, std::move(payload)};
}

} // namespace

QString DunningVerdict::digest() const { return pictureDigest(due.toString().toUtf8()); }

/// What comes at once comes at another moment each time that it is looked at.
QString RevokePicture::digest() const {
  auto said = sheet.row.due.toString() + toIso(until);
  for (const auto &stage : sheet.stages)
    said += u'-' + toString(stage.act) + (stage.at > at ? toIso(stage.at) : QString());
  return pictureDigest(said.toUtf8());
}

Result<std::vector<DunningVerdict>> DunningActs::previewRetry(const std::vector<InvoiceKey> &keys) {
  TENANTRY_TRY(verdicts, billing::invoiceVerdicts(m_session, "dunning_candidates", keys,
                                                  retryVerdict, notDunned));
  TENANTRY_CHECK(refuseTriedEnough(verdicts));
  const Instant now = m_session.clock.now();
  for (auto &verdict : verdicts)
    verdict.isAlready = !verdict.refusal && verdict.tryDueAt && *verdict.tryDueAt <= now;
  return verdicts;
}

// The day is the first one on the whole of which it can be tried, as the business counts days.
Result<> DunningActs::refuseTriedEnough(std::vector<DunningVerdict> &verdicts) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  const int most = applied->business.dunning.mostTriesIn30Days;
  std::vector<OrganizationId> organizations;
  std::vector<InvoiceId> invoices;
  std::map<InvoiceId, DunningVerdict *> asked;
  for (auto &verdict : verdicts) {
    if (verdict.refusal)
      continue;
    organizations.push_back(verdict.key.organization);
    invoices.push_back(verdict.key.invoice);
    asked[verdict.key.invoice] = &verdict;
  }
  TENANTRY_TRY(rows, m_session.database.query("dunning_tried_enough",
                                              {{"organizations", organizations},
                                               {"invoices", invoices},
                                               {"since", m_session.clock.now() - triesCountFor},
                                               {"most", most}}));
  for (const auto row : rows) {
    auto &verdict = *asked.at(row.get<InvoiceId>(1));
    const Instant from = row.get<Instant>(2) + triesCountFor;
    const LocalDay day =
        applied->zone().dayOf(from - std::chrono::microseconds(1)) + std::chrono::days(1);
    verdict.refusal =
        Error{u"dunning.tried_enough"_s,
              u"The amount of invoice %1 was tried %2 times with this payment method within 30 "
              u"days, as often as card networks bear; it can be tried again from %3 on."_s.arg(
                  verdict.number, QString::number(most), toIso(day))};
  }
  return {};
}

Result<bool> DunningActs::retry(const InvoiceKey &key, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, key.organization));
    TENANTRY_TRY(verdicts, previewRetry({key}));
    const auto &verdict = verdicts.front();
    if (verdict.refusal)
      return tl::unexpected(*verdict.refusal);
    if (verdict.isAlready)
      return false;
    TENANTRY_CHECK(checkSeenDunning(verdict, seen));
    TENANTRY_TRY(tries, Repository(m_session).ofInvoice(key.organization, key.invoice));
    TENANTRY_CHECK(enqueueCharge(m_session, key.organization, key.invoice, tries.size() + 1));
    TENANTRY_CHECK(store::appendEvents(
        m_session, key.organization,
        {dunningEvent(u"dunning.retry_requested"_s, key, {{"number", verdict.number}})}));
    return true;
  });
}

Result<Instant> DunningActs::endOf(const OrganizationId &organization, LocalDay day) {
  TENANTRY_TRY(customer, organizations::OrganizationService(m_session).find(organization));
  const Instant now = m_session.clock.now();
  const LocalDay today = customer.zone.dayOf(now);
  if (day <= today || day > today + std::chrono::days(mostDays))
    return fail(
        u"dunning.extension_day"_s,
        u"Time can be given until a day between tomorrow and %1 days from today."_s.arg(mostDays));
  return customer.zone.midnight(day + std::chrono::days(1));
}

Result<std::optional<Error>> DunningActs::obstacle(const DunningVerdict &verdict,
                                                   const Grant &grant) {
  using Obstacle = std::optional<Error>;
  if (verdict.refusal)
    return Obstacle(verdict.refusal);
  const auto until = endOf(verdict.key.organization, grant.until);
  if (!until)
    return Obstacle(until.error());
  TENANTRY_TRY(rows, m_session.database.query("dunning_extensions_live",
                                              {{"organization", verdict.key.organization},
                                               {"invoice", verdict.key.invoice}}));
  std::vector<Wait> given;
  for (const auto row : rows)
    given.push_back({row.get<Instant>(0), row.get<Instant>(1)});
  const auto waits = CountedTime(given).waitsUntil(m_session.clock.now());
  if (waits && *waits >= *until)
    return Obstacle(
        Error{u"dunning.extended_longer"_s,
              u"Invoice %1 already has time until then or longer."_s.arg(verdict.number)});
  return Obstacle();
}

Result<std::vector<DunningVerdict>> DunningActs::previewExtend(const std::vector<InvoiceKey> &keys,
                                                               const Grant &grant) {
  TENANTRY_TRY(verdicts, billing::invoiceVerdicts(m_session, "dunning_candidates", keys,
                                                  plainVerdict, notDunned));
  for (auto &verdict : verdicts) {
    TENANTRY_TRY(refusal, obstacle(verdict, grant));
    verdict.refusal = refusal;
  }
  return verdicts;
}

Result<ExtensionId> DunningActs::extend(const InvoiceKey &key, const Grant &grant,
                                        const QString &seen) {
  const QString reason = grant.reason.trimmed();
  if (reason.isEmpty())
    return fail(u"dunning.reason_missing"_s, u"Giving time needs a reason that others can read."_s);
  return m_session.database.transaction([&]() -> Result<ExtensionId> {
    TENANTRY_CHECK(store::lockOrganization(m_session, key.organization));
    TENANTRY_TRY(verdicts, previewExtend({key}, grant));
    if (const auto &refusal = verdicts.front().refusal)
      return tl::unexpected(*refusal);
    TENANTRY_CHECK(checkSeenDunning(verdicts.front(), seen));
    TENANTRY_TRY(until, endOf(key.organization, grant.until));
    const Instant now = m_session.clock.now();
    const auto id = makeId<ExtensionId>(now);
    TENANTRY_CHECK(
        m_session.database.execute("dunning_extension_add", {{"organization", key.organization},
                                                             {"extension", id},
                                                             {"invoice", key.invoice},
                                                             {"day", grant.until},
                                                             {"until", until},
                                                             {"reason", reason},
                                                             {"actor", m_session.actor},
                                                             {"now", now}}));
    TENANTRY_CHECK(store::appendEvents(m_session, key.organization,
                                       {dunningEvent(u"dunning.extended"_s, key,
                                                     {{"number", verdicts.front().number},
                                                      {"extension", id},
                                                      {"until", grant.until},
                                                      {"reason", reason}})}));
    TENANTRY_CHECK(DunningService(m_session, m_business).reconsider(key.organization, key.invoice));
    return id;
  });
}

Result<std::optional<RevokePicture>> DunningActs::previewRevoke(const OrganizationId &organization,
                                                                const ExtensionId &id) {
  const Instant now = m_session.clock.now();
  TENANTRY_TRY(given, (m_session.database.one<InvoiceId, LocalDay, QString>(
                          "dunning_extension_given",
                          {{"organization", organization}, {"extension", id}, {"now", now}})));
  if (!given)
    return std::nullopt;
  const auto &[invoice, until, reason] = *given;
  TENANTRY_TRY(sheet, DunningBoard(m_session, m_business).sheet({organization, invoice}, id));
  return RevokePicture{std::move(sheet), until, reason, now};
}

Result<> DunningActs::checkSeenRevoke(const OrganizationId &organization, const ExtensionId &id,
                                      const QString &seen) {
  if (seen.isEmpty())
    return {};
  TENANTRY_TRY(picture, previewRevoke(organization, id));
  if (!picture || picture->digest() == seen)
    return {};
  return fail(u"invoice.picture_changed"_s,
              u"What is due on invoice %1, or what is to come of it, has changed since; look at it "
              u"again."_s.arg(picture->sheet.row.number));
}

Result<bool> DunningActs::revoke(const OrganizationId &organization, const ExtensionId &id,
                                 const QString &seen) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_CHECK(checkSeenRevoke(organization, id, seen));
    TENANTRY_TRY(ended, (m_session.database.one<InvoiceId, QString, LocalDay>(
                            "dunning_extension_revoke", {{"organization", organization},
                                                         {"extension", id},
                                                         {"actor", m_session.actor},
                                                         {"now", m_session.clock.now()}})));
    if (!ended)
      return false;
    const auto &[invoice, reason, until] = *ended;
    TENANTRY_CHECK(store::appendEvents(
        m_session, organization,
        {dunningEvent(u"dunning.extension_revoked"_s, {organization, invoice},
                      {{"extension", id}, {"until", until}, {"reason", reason}})}));
    TENANTRY_CHECK(DunningService(m_session, m_business).reconsider(organization, invoice));
    return true;
  });
}

} // namespace tenantry::payments
