// SPDX-License-Identifier: GPL-3.0-or-later
// What people do at their desks beside billing and payments: dunning, statements, staff.
#include "services/billing/discards.h"
#include "services/billing/upgrade_suggestion.h"
#include "services/organizations/members.h"
#include "services/organizations/standing_acts.h"
#include "services/payments/bank_twins.h"
#include "services/payments/dunning_acts.h"
#include "tests/services/scenarios/history.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

using billing::InvoiceKey;

Result<> History::ask() {
  return attempt(u"suggest a plan"_s, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_TRY(before, footprint());
    TENANTRY_TRY(suggested, billing::suggestUpgrade(m_session, m_business, m_id));
    TENANTRY_TRY(after, footprint());
    if (after != before)
      return broken(u"a question wrote something"_s);
    const bool isBetter = !suggested.best || suggested.letsThemGoOn ||
                          suggested.best->total() < suggested.now.total();
    return isBetter ? Result<>() : broken(u"a plan is suggested that costs more"_s);
  });
}

Result<> History::discard() {
  TENANTRY_TRY(invoice, anyInvoice());
  if (!invoice)
    return sellOnce();
  billing::Discards discards(m_session, m_business);
  const InvoiceKey key{m_id, invoice->id};
  TENANTRY_TRY(seen, discards.preview({key}));
  const auto &verdict = seen.front();
  bool isFirst = true;
  return attempt(
      u"discard a draft of %1"_s.arg(invoice->total), Again::ChangesNothing, [&]() -> Result<> {
        const auto done = discards.act(key, u"not wanted"_s, verdict.digest());
        return std::exchange(isFirst, false) ? refusedAsShown(verdict.refusal, outcomeOf(done))
                                             : outcomeOf(done);
      });
}

// Mostly one that is dunned.
Result<std::optional<InvoiceId>> History::dunnedInvoice() {
  TENANTRY_TRY(
      rows, m_session.database.adHoc("select invoice_id from dunning_case where organization_id = "
                                     ":organization and ended_at is null order by 1",
                                     {{"organization", m_id}}));
  TENANTRY_TRY(invoice, anyInvoice());
  if (rows.isEmpty() && !oneIn(3)) { // one that is dunned next time
    TENANTRY_CHECK(putMethod(u"declines:insufficient_funds"_s, u"simulator"_s));
    TENANTRY_CHECK(sellOnce());
    mayFollow(&History::giveTime);
  }
  if (rows.isEmpty() || oneIn(5))
    return invoice ? std::optional(invoice->id) : std::nullopt;
  return std::optional(rows[below(static_cast<int>(rows.size()))].get<InvoiceId>(0));
}

Result<> History::dun() {
  TENANTRY_TRY(invoice, dunnedInvoice());
  if (!invoice)
    return sellOnce();
  payments::DunningActs acts(m_session, m_business);
  const InvoiceKey key{m_id, *invoice};
  TENANTRY_TRY(seen, acts.previewRetry({key}));
  const auto &verdict = seen.front();
  bool isFirst = true;
  return attempt(u"try %1 again"_s.arg(verdict.number), Again::ChangesNothing, [&]() -> Result<> {
    const auto done = acts.retry(key, verdict.digest());
    return std::exchange(isFirst, false) ? refusedAsShown(verdict.refusal, outcomeOf(done))
                                         : outcomeOf(done);
  });
}

Result<> History::giveTime() {
  payments::DunningActs acts(m_session, m_business);
  TENANTRY_TRY(invoice, dunnedInvoice());
  if (!invoice)
    return sellOnce();
  const InvoiceKey key{m_id, *invoice};
  const payments::Grant grant{
      Zone().dayOf(m_session.clock.now()) + std::chrono::days(below(40) - 1), u"they asked"_s};
  TENANTRY_TRY(seen, acts.previewExtend({key}, grant));
  const auto &verdict = seen.front();
  bool isFirst = true;
  return attempt(u"give %1 time until %2"_s.arg(verdict.number, toIso(grant.until)),
                 Again::ChangesNothing, [&]() -> Result<> {
                   const auto done = acts.extend(key, grant, verdict.digest());
                   if (done) {
                     m_extensions.push_back(*done);
                     mayFollow(&History::revokeTime);
                   }
                   return std::exchange(isFirst, false)
                              ? refusedAsShown(verdict.refusal, outcomeOf(done))
                              : outcomeOf(done);
                 });
}

// What is over is not taken back.
Result<> History::revokeTime() {
  const auto id = m_extensions.back();
  bool isFirst = true;
  return attempt(u"revoke time"_s, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_TRY(was, payments::DunningActs(m_session, m_business).revoke(m_id, id));
    return was || !std::exchange(isFirst, false)
               ? Result<>()
               : Result<>(fail(u"dunning.extension_over"_s, u"It is over."_s));
  });
}

// Money that came goes back the way it came.
Result<> History::sendBack() {
  if (m_entries.empty())
    return bank();
  payments::BankDesk desk(m_session, m_business);
  const auto came = anyEntry();
  TENANTRY_TRY(kept, desk.find(came));
  payments::BankEntry back;
  back.amount = Money(-std::abs(kept.entry.amount.minor()), kept.entry.amount.currency());
  back.bookedOn = Zone().dayOf(m_session.clock.now()) - std::chrono::days(below(3));
  back.bankReference = m_name + key();
  TENANTRY_CHECK(postEntry(back, back.bankReference));
  const auto went = m_entries.back();
  const auto seen = desk.previewReturn(went, came);
  return attemptSeen(seen, u"sent_back by the bank %1"_s.arg(kept.entry.amount.toString()),
                     [&](const payments::UnassignPicture &shown, bool isFirst) -> Result<> {
                       TENANTRY_CHECK(desk.assignReturn(went, came, shown.digest()));
                       if (!isFirst)
                         return {};
                       billing::BillingService billing(m_session, m_business);
                       TENANTRY_TRY(balances, billing.balance(m_id));
                       for (const auto &one : shown.invoices) {
                         TENANTRY_TRY(now, billing.find(m_id, one.invoice));
                         if (now.amountDue() != one.dueAfter)
                           return broken(u"an invoice is not due again as was shown"_s);
                       }
                       return balances[shown.currency] == shown.balanceAfter
                                  ? Result<>()
                                  : broken(u"the balance is not what was shown"_s);
                     });
}

Result<> History::setAside() {
  if (m_entries.empty() || !oneIn(3)) {
    payments::BankEntry interest;
    interest.amount = Money(1 + below(300), m_currency);
    interest.bookedOn = Zone().dayOf(m_session.clock.now());
    interest.bankReference = m_name + key();
    TENANTRY_CHECK(postEntry(interest, interest.bankReference));
  }
  if (m_entries.empty())
    return {};
  const auto id = oneIn(3) ? anyEntry() : m_entries.back();
  return attempt(u"dismiss what is no customer's"_s, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_CHECK(payments::BankDesk(m_session, m_business).dismiss(id, u"interest"_s));
    m_dismissed.push_back(id);
    mayFollow(&History::takeBack);
    return {};
  });
}

Result<> History::takeBack() {
  const auto id = m_dismissed.back();
  return attempt(u"take_back what was dismissed"_s, Again::ChangesNothing,
                 [&] { return payments::BankDesk(m_session, m_business).takeBack(id); });
}

// The same movement in two statements of a bank that gives no references, or two that are alike.
Result<> History::tellTwice() {
  TENANTRY_TRY(invoice, anyInvoice());
  payments::BankEntry entry;
  entry.amount = Money(1 + below(30'000), invoice ? invoice->currency : m_currency);
  entry.bookedOn = Zone().dayOf(m_session.clock.now());
  entry.remittance = invoice ? invoice->number : m_name;
  const auto before = m_entries.size();
  TENANTRY_CHECK(postEntry(entry, m_name + key()));
  TENANTRY_CHECK(postEntry(entry, m_name + key()));
  if (m_entries.size() < before + 2)
    return {};
  const auto told = m_entries.back();
  TENANTRY_TRY(kept, payments::BankDesk(m_session, m_business).find(told));
  if (!kept.isHeld())
    return broken(u"what was told twice is not held"_s);
  payments::BankTwins twins(m_session, m_business);
  const bool isAnother = oneIn(2);
  return attempt(isAnother ? u"another payment"_s : u"same payment"_s, Again::ChangesNothing,
                 [&] { return isAnother ? twins.another(told) : twins.same(told); });
}

Result<> History::employ() {
  organizations::MemberService members(m_session, m_business);
  const auto email = oneOf({u"ana@example.com"_s, u"ben@example.com"_s, u"cem@example.com"_s,
                            u"dea@example.com"_s, u"eli@example.com"_s, u"fay@example.com"_s});
  organizations::NewMember member;
  member.organization = m_id;
  member.email = email;
  if (oneIn(4))
    member.expiresAt = m_session.clock.now() + std::chrono::days(1 + below(40));
  return attempt(u"employ "_s + email, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_CHECK(members.addMember(member));
    m_staff.push_back(email);
    mayFollow(&History::part);
    return {};
  });
}

Result<> History::part() {
  const auto email = m_staff.back();
  return attempt(u"part with "_s + email, Again::ChangesNothing, [&] {
    return organizations::MemberService(m_session, m_business)
        .removeMember(m_id, std::nullopt, email);
  });
}

Result<> History::standStill() {
  organizations::StandingActs acts(m_session);
  const auto act =
      oneIn(3) ? organizations::StandingAct::Suspend : organizations::StandingAct::Reactivate;
  TENANTRY_TRY(seen, acts.preview(act, {m_id}));
  const auto &verdict = seen.front();
  bool isFirst = true;
  return attempt(act == organizations::StandingAct::Suspend ? u"suspend them"_s
                                                            : u"let them in again"_s,
                 Again::ChangesNothing, [&]() -> Result<> {
                   const auto done = acts.act(act, m_id, u"by hand"_s);
                   if (!std::exchange(isFirst, false))
                     return outcomeOf(done);
                   if (done && done->has_value() != verdict.changes)
                     return broken(u"it was shown otherwise whether anything changes"_s);
                   return refusedAsShown(verdict.refusal, outcomeOf(done));
                 });
}

// Hardly anything can be done to them then: near the end of a life.
Result<> History::close() {
  if (m_left > 1)
    return standStill();
  return attempt(u"close the account"_s, Again::ChangesNothing, [&] {
    return organizations::OrganizationService(m_session).move(m_id, organizations::Status::Closed,
                                                              u"they asked"_s);
  });
}

} // namespace tenantry::tests
