// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/issue_again.h"

#include "services/billing/due_book.h"
#include "services/billing/included_tax.h"
#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"
#include "services/billing/one_off.h"
#include "services/billing/refusal.h"
#include "services/subscriptions/service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

bool isUsage(const StoredLine &line) { return line.kind == "usage"_L1; }

bool isSold(const StoredLine &line) {
  return !isUsage(line) && line.kind != "discount"_L1 && line.kind != "tax"_L1;
}

/// As it was agreed: stored amounts are less where the price included a tax.
PlannedLine asSold(const StoredLine &stored) {
  PlannedLine line;
  line.draft.kind = *business::fromWord<LineKind>(stored.kind.toStdString());
  line.draft.item = stored.item;
  line.draft.quantity = parseDecimal(stored.quantity).value_or(Rational(1));
  line.draft.unit = parseDecimal(stored.unit).value_or(Rational(0));
  line.draft.amount = soldAmount(line.draft, stored.detail);
  if (stored.fromDay)
    line.draft.days = {*stored.fromDay, *stored.toDay};
  line.detail = stored.detail;
  if (line.detail.is_object())
    line.detail.erase("coupons");
  return line;
}

/// Usage of its subscription that ended by then is billed with it: a boundary's by the days that it
/// opens, a last one's by those it closed.
std::optional<LocalDay> closesBy(const Invoice &invoice, const std::vector<StoredLine> &lines) {
  std::optional<LocalDay> by;
  const bool isBoundary = invoice.kind == InvoiceKind::Recurring;
  for (const auto &line : lines)
    if (const auto day = isUsage(line) ? line.toDay : isBoundary ? line.fromDay : std::nullopt)
      by = std::max(by, day);
  return by;
}

subscriptions::InvoiceOrder orderOf(const Invoice &invoice, const std::vector<StoredLine> &lines,
                                    const DueBook &book, Instant now) {
  subscriptions::InvoiceOrder order;
  order.organization = invoice.organization;
  order.subscription = invoice.subscription.value_or(SubscriptionId());
  order.index = invoice.periodIndex.value_or(0);
  order.at = now;
  order.closes = Instant::min();
  order.currency = invoice.currency;
  order.closesBy = closesBy(invoice, lines).value_or(LocalDay::min());
  const auto open = book.open.find(invoice.organization);
  if (open != book.open.end())
    for (const auto &usage : open->second)
      if (!usage.isClosed && usage.part.subscription == order.subscription &&
          order.closesPart(usage.part))
        order.closes = std::max(order.closes, usage.part.at.to);
  return order;
}

/// The one document. What is taken back of usage beyond all that it bills would be a credit note
/// before it; it waits for the next renewal, which makes that (ADR 5).
PlannedInvoice planAgain(const subscriptions::InvoiceOrder &order,
                         const organizations::Organization &organization,
                         const business::Applied &applied, const DueBook &book,
                         const Agreed &agreed) {
  const auto planned = [&](DueBook of) {
    std::vector<PlannedInvoice> documents;
    planInvoices(order, organization, applied, of, order.at, documents, &agreed);
    return documents;
  };
  auto documents = planned(book);
  auto less = book;
  if (documents.size() > 1) {
    less.late[order.organization] = {};
    documents = planned(less);
  }
  if (documents.size() > 1) { // parts that it closed come to less, too
    less.open[order.organization] = {};
    documents = planned(std::move(less));
  }
  return std::move(documents.back());
}

/// Whether the coupon took something off a charge: a credit brings along what was taken off another
/// document.
bool hasTakenOff(const QString &coupon, const StoredLine &line) {
  const auto taken = line.detail.find("coupons");
  return line.amount > 0 && taken != line.detail.end() &&
         std::ranges::any_of(*taken, [&coupon](const nlohmann::json &one) {
           return one.at("coupon") == coupon.toStdString();
         });
}

/// Those that discounted it, though they may have been ended since.
std::vector<subscriptions::Redemption> couponsOf(const subscriptions::Subscription &subscription,
                                                 const std::vector<StoredLine> &lines) {
  std::vector<subscriptions::Redemption> had;
  for (const auto &redemption : subscription.redemptions)
    if (std::ranges::any_of(
            lines, [&](const StoredLine &line) { return hasTakenOff(redemption.coupon.id, line); }))
      had.push_back(redemption);
  return had;
}

Result<> checkAgain(const Invoice &invoice, const AgainLinks &links,
                    const std::vector<StoredLine> &lines) {
  if (invoice.status != InvoiceStatus::Void)
    return refuseInvoice(invoice, u"invoice.not_void"_s,
                         u"Invoice %1 is %2; only a void invoice is issued again."_s.arg(
                             invoice.number, toString(invoice.status)));
  if (invoice.kind == InvoiceKind::Imported)
    return fail(
        u"invoice.imported"_s,
        u"Invoice %1 was issued elsewhere; charge by hand what it was for."_s.arg(invoice.number));
  if (links.again)
    return fail(u"invoice.issued_again"_s,
                links.againNumber.isEmpty()
                    ? u"Invoice %1 was issued again already: it is a draft."_s.arg(invoice.number)
                    : u"Invoice %1 was issued again already: as %2."_s.arg(invoice.number,
                                                                           links.againNumber));
  if (std::ranges::any_of(lines, [](const StoredLine &line) {
        return isSold(line) && (line.amount < 0 || line.kind == "proration_credit"_L1);
      }))
    return fail(u"invoice.takes_back"_s,
                u"Invoice %1 took back what other invoices bill; make the change that it was "
                u"for anew."_s.arg(invoice.number));
  return {};
}

} // namespace

Result<AgainLinks> IssueAgain::linksOf(const InvoiceKey &invoice) {
  TENANTRY_TRY(rows,
               m_session.database.query("invoice_again", {{"organization", invoice.organization},
                                                          {"invoice", invoice.invoice}}));
  AgainLinks links;
  for (const auto row : rows) {
    const InvoiceKey other{invoice.organization, row.get<InvoiceId>(0)};
    const bool isLater = row.get<bool>(2);
    (isLater ? links.again : links.instead) = other;
    (isLater ? links.againNumber : links.insteadNumber) = row.get<QString>(1);
  }
  return links;
}

Result<> IssueAgain::checkDays(const Invoice &invoice, const std::vector<PlannedLine> &lines) {
  std::vector<QString> items;
  std::vector<LocalDay> froms, tos;
  for (const auto &line : lines)
    if (!line.draft.days.isEmpty()) {
      items.push_back(line.draft.item);
      froms.push_back(line.draft.days.from);
      tos.push_back(line.draft.days.to);
    }
  if (items.empty() || !invoice.subscription)
    return {};
  TENANTRY_TRY(billed, m_session.database.query("billed_days_among",
                                                {{"organization", invoice.organization},
                                                 {"subscription", *invoice.subscription},
                                                 {"items", items},
                                                 {"froms", froms},
                                                 {"tos", tos}}));
  if (billed.isEmpty())
    return {};
  const auto row = billed[0];
  const auto from = toIso(row.get<LocalDay>(0)), to = toIso(row.get<LocalDay>(1));
  const auto by = row.get<QString>(2);
  if (by.isEmpty())
    return fail(u"invoice.days_billed"_s,
                u"The days from %1 to before %2 of invoice %3 are on a draft by now."_s.arg(
                    from, to, invoice.number));
  return fail(u"invoice.days_billed"_s,
              u"The days from %1 to before %2 of invoice %3 are billed by %4 by now; void that "
              u"first, or charge what is missing by hand."_s.arg(from, to, invoice.number, by));
}

Result<PlannedInvoice> IssueAgain::preview(const InvoiceKey &voided) {
  const auto now = m_session.clock.now();
  TENANTRY_TRY(applied, m_business.current(m_session));
  BillingService billing(m_session, m_business);
  TENANTRY_TRY(invoice, billing.find(voided.organization, voided.invoice));
  TENANTRY_TRY(lines, billing.lines(voided.organization, voided.invoice));
  TENANTRY_TRY(links, linksOf(voided));
  TENANTRY_CHECK(checkAgain(invoice, links, lines));
  Agreed agreed;
  for (const auto &line : lines)
    if (isSold(line))
      agreed.lines.push_back(asSold(line));
  TENANTRY_CHECK(checkDays(invoice, agreed.lines));
  TENANTRY_TRY(organization,
               organizations::OrganizationService(m_session).find(voided.organization));
  TENANTRY_TRY(book, loadDueBook(m_session, {voided.organization}, *applied));
  std::vector<subscriptions::Redemption> coupons;
  if (invoice.subscription) {
    TENANTRY_TRY(subscription, subscriptions::SubscriptionService(m_session, m_business)
                                   .find(voided.organization, *invoice.subscription));
    sayCurrency(voided.organization, subscription.id, subscription.currency, book);
    coupons = couponsOf(subscription, lines);
  }
  if (!closesBy(invoice, lines))
    book.open[voided.organization] = book.late[voided.organization] = {};
  auto order = orderOf(invoice, lines, book, now);
  order.redemptions = std::move(coupons);
  auto planned = planAgain(order, organization, *applied, book, agreed);
  if (planned.lines.empty() || planned.credit)
    return fail(u"invoice.nothing_left"_s,
                u"All that invoice %1 billed is billed by others by now."_s.arg(invoice.number));
  planned.invoice.kind = invoice.kind;
  planned.invoice.subscription = invoice.subscription;
  planned.invoice.periodIndex = invoice.periodIndex;
  return planned;
}

Result<Invoice> IssueAgain::act(const InvoiceKey &voided, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<Invoice> {
    TENANTRY_CHECK(store::lockOrganization(m_session, voided.organization));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_TRY(planned, preview(voided));
    if (!seen.isEmpty() && seen != digestOfCharge(planned))
      return fail(u"invoice.picture_changed"_s,
                  u"What the invoice would come to has changed since; look at it again."_s);
    const auto id = planned.invoice.id;
    std::vector invoices{std::move(planned)};
    std::vector<store::BulkEvent> events;
    TENANTRY_CHECK(InvoiceWriter(m_session, *applied).write(invoices, events));
    TENANTRY_CHECK(m_session.database.execute(
        "invoice_instead_of",
        {{"organization", voided.organization}, {"invoice", id}, {"voided", voided.invoice}}));
    BillingService billing(m_session, m_business);
    TENANTRY_TRY(was, billing.find(voided.organization, voided.invoice));
    TENANTRY_TRY(made, billing.find(voided.organization, id));
    events.push_back({voided.organization,
                      {u"invoice.issued_again"_s,
                       {{"invoice", id},
                        {"number", made.number},
                        {"instead", was.id},
                        {"instead_number", was.number},
                        {"currency", made.currency.code()},
                        {"total", made.total}}}});
    TENANTRY_CHECK(store::appendEventsBulk(m_session, events));
    return made;
  });
}

} // namespace tenantry::billing
