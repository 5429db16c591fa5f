// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billed_book.h"

#include "services/billing/draft_store.h"
#include "services/billing/included_tax.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

/// The discounts and the taxes of a document, as its lines name them.
struct Shares {
  std::vector<QString> coupons;
  std::vector<business::TaxRate> rates;
};

/// An invoice of elsewhere says how much its tax was and not by which rate: the one of today where
/// that comes to as much, else what its amounts say, to a hundredth of a percent.
Rational percentOf(std::int64_t net, std::int64_t tax, const Rational &today) {
  if (net == 0 || roundHalfAwayFromZero(Rational(net) * today / Rational(100)) == tax)
    return today;
  return Rational(roundHalfAwayFromZero(Rational(tax) * Rational(10'000) / Rational(net))) /
         Rational(100);
}

/// As the tax line names it. Whether prices included it say the lines that it is of.
business::TaxRate rateOf(const store::Row &row, const std::vector<business::TaxRate> &rates) {
  const auto item = row.get<QString>(2);
  business::TaxRate found;
  found.country = item.section(u'-', 0, 0);
  found.region = item.section(u'-', 1);
  for (const auto &rate : rates)
    if (rate.country == found.country && rate.region == found.region)
      found.percent = rate.percent;
  const auto net = row.get<std::optional<std::int64_t>>(4);
  found.percent = net ? percentOf(*net, row.get<std::int64_t>(5), found.percent)
                      : parseDecimal(row.get<QString>(3)).value_or(Rational(0));
  return found;
}

using DocumentShares = std::map<std::pair<OrganizationId, InvoiceId>, Shares>;

Result<DocumentShares> loadShares(store::Session &session, const DocumentKeys &documents,
                                  const std::vector<business::TaxRate> &rates) {
  TENANTRY_TRY(rows,
               session.database.query("billed_shares", {{"organizations", documents.organizations},
                                                        {"documents", documents.documents}}));
  DocumentShares shares;
  for (const auto row : rows) {
    const auto item = row.get<QString>(2);
    auto &of = shares[{row.get<OrganizationId>(6), row.get<InvoiceId>(0)}];
    if (row.get<QString>(1) == "discount"_L1)
      of.coupons.push_back(item);
    else if (!item.isEmpty())
      of.rates.push_back(rateOf(row, rates));
  }
  return shares;
}

/// Lines that say it themselves, or stand under one discount only.
std::vector<CouponShare> couponShares(const BilledLine &line, const nlohmann::json &detail,
                                      const Shares &shares) {
  std::vector<CouponShare> found;
  if (detail.is_object() && detail.contains("coupons"))
    for (const auto &share : detail.at("coupons"))
      found.push_back({share.at("coupon").get<QString>(), share.at("amount").get<std::int64_t>()});
  else if (line.draft.discountShare != 0)
    found.push_back({shares.coupons.size() == 1 ? shares.coupons.front() : QString(),
                     line.draft.discountShare});
  return found;
}

/// Of the taxes of its document the one that its own comes nearest to.
std::optional<business::TaxRate> rateOf(const DraftLine &line,
                                        const std::vector<business::TaxRate> &rates) {
  const auto apart = [&line](const business::TaxRate &rate) {
    const Rational off =
        Rational(line.amount + line.discountShare) * rate.percent / 100 - line.taxShare;
    return off < 0 ? Rational(-off) : off;
  };
  const auto nearest =
      std::ranges::min_element(rates, [&](auto &a, auto &b) { return apart(a) < apart(b); });
  return nearest == rates.end() ? std::nullopt : std::optional(*nearest);
}

BilledLine readBilled(const store::Row &row) {
  BilledLine line;
  line.ref = {row.get<InvoiceId>(1), row.get<int>(2)};
  line.span = {row.get<LocalDay>(3), row.get<LocalDay>(4)};
  auto &draft = line.draft;
  draft.kind = *business::fromWord<LineKind>(row.get<QString>(5).toStdString());
  draft.item = row.get<QString>(0);
  draft.quantity = parseDecimal(row.get<QString>(6)).value_or(Rational(1));
  draft.unit = parseDecimal(row.get<QString>(7)).value_or(Rational(0));
  draft.amount = row.get<std::int64_t>(8);
  draft.discountShare = row.get<std::int64_t>(9);
  draft.taxShare = row.get<std::int64_t>(10);
  draft.days = {row.get<LocalDay>(12), row.get<LocalDay>(13)};
  line.state.billed = {draft.amount, draft.discountShare, draft.taxShare};
  line.state.credited = {-row.get<std::int64_t>(14), -row.get<std::int64_t>(15),
                         -row.get<std::int64_t>(16)};
  if (draft.kind == LineKind::Usage)
    draft.metric = draft.item;
  return line;
}

std::vector<InvoiceId> documentsOf(const std::vector<BilledLine> &lines) {
  std::vector<InvoiceId> documents;
  documents.reserve(lines.size());
  for (const auto &line : lines)
    documents.push_back(line.ref.document);
  return documents;
}

/// `ownerOf`: whose the line of a row is.
template <typename F>
Result<std::vector<BilledLine>> readLines(store::Session &session, const store::Rows &rows,
                                          const std::vector<business::TaxRate> &rates, F ownerOf) {
  std::vector<BilledLine> lines;
  std::vector<nlohmann::json> details;
  DocumentKeys documents;
  for (const auto row : rows) {
    lines.push_back(readBilled(row));
    details.push_back(row.get<std::optional<nlohmann::json>>(11).value_or(nlohmann::json()));
    documents.add(ownerOf(row), lines.back().ref.document);
  }
  if (lines.empty())
    return lines;
  TENANTRY_TRY(shares, loadShares(session, documents, rates));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto &of = shares[{documents.organizations[i], documents.documents[i]}];
    auto &draft = lines[i].draft;
    draft.rate = rateOf(draft, of.rates);
    draft.couponShares = couponShares(lines[i], details[i], of);
    lines[i].state.priceIncludesTax = includesTax(draft, details[i]);
    if (draft.rate)
      draft.rate->inclusive = lines[i].state.priceIncludesTax;
  }
  return lines;
}

Result<> loadOpen(store::Session &session, const OrganizationId &organization, BilledBook &book) {
  TENANTRY_TRY(rows,
               session.database.query("billed_invoices", {{"organization", organization},
                                                          {"documents", documentsOf(book.lines)}}));
  for (const auto row : rows)
    if (row.get<bool>(3))
      book.open.emplace_back(row.get<InvoiceId>(0), row.get<std::int64_t>(2));
  return {};
}

} // namespace

QString LineRef::toString() const { return u"%1/%2"_s.arg(document.toString()).arg(lineNo); }

std::int64_t CreditSplit::reducesDue() const {
  std::int64_t sum = 0;
  for (const auto &[invoice, amount] : reduces)
    sum = checkedAdd(sum, amount);
  return sum;
}

Result<BilledBook> loadBilledBook(store::Session &session, const OrganizationId &organization,
                                  const SubscriptionId &subscription, LocalDay from,
                                  const std::vector<business::TaxRate> &rates) {
  BilledBook book;
  TENANTRY_TRY(rows, session.database.query("billed_lines", {{"organization", organization},
                                                             {"subscription", subscription},
                                                             {"on", from}}));
  TENANTRY_TRY(lines, readLines(session, rows, rates, [&](const auto &) { return organization; }));
  book.lines = std::move(lines);
  if (std::ranges::none_of(book.lines, &BilledLine::isOfPlan)) {
    TENANTRY_TRY(known, session.database.one<bool>(
                            "subscription_was_billed",
                            {{"organization", organization}, {"subscription", subscription}}));
    book.elsewhere = !std::get<0>(*known);
  }
  if (!book.lines.empty())
    TENANTRY_CHECK(loadOpen(session, organization, book));
  return book;
}

Result<std::vector<BilledLine>> loadBilledLines(store::Session &session,
                                                const OrganizationId &organization,
                                                const InvoiceId &invoice,
                                                const std::vector<business::TaxRate> &rates) {
  TENANTRY_TRY(rows, session.database.query("invoice_lines_billed", {{"organization", organization},
                                                                     {"invoice", invoice}}));
  return readLines(session, rows, rates, [&](const auto &) { return organization; });
}

Result<BilledUsages> loadBilledUsage(store::Session &session, const AskedUsage &asked,
                                     const std::vector<business::TaxRate> &rates) {
  BilledUsages usage;
  if (asked.parts.empty())
    return usage;
  TENANTRY_TRY(rows, session.database.query("billed_usage", {{"organizations", asked.organizations},
                                                             {"metrics", asked.metrics},
                                                             {"parts", asked.parts}}));
  const auto ownerOf = [](const store::Row &row) { return row.get<OrganizationId>(19); };
  TENANTRY_TRY(lines, readLines(session, rows, rates, ownerOf));
  auto line = lines.begin();
  for (const auto row : rows)
    usage[ownerOf(row)].push_back(
        {row.get<Instant>(17), std::move(*line++), row.get<std::int64_t>(18)});
  return usage;
}

CreditSplit splitOverInvoices(std::int64_t amount, const std::map<InvoiceId, std::int64_t> &taken,
                              const BilledBook &book) {
  CreditSplit split;
  for (const auto &[invoice, due] : book.open) {
    const auto found = taken.find(invoice);
    const auto lowers = found == taken.end() ? 0 : std::min({amount, found->second, due});
    if (lowers <= 0)
      continue;
    split.reduces.emplace_back(invoice, lowers);
    amount -= lowers;
  }
  split.toBalance = amount;
  return split;
}

} // namespace tenantry::billing
