// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/usage_credits.h"

#include "services/billing/included_tax.h"
#include "services/core/rational.h"

#include <algorithm>

namespace tenantry::billing {

namespace {

using DraftsOfOne = std::map<InvoiceId, StoredDraft>;
using Lines = std::vector<const BilledLine *>;

/// What each line of a draft was sold for, in their order; none: one of them is not there.
std::vector<std::int64_t> soldOnDraft(const Lines &lines, const StoredDraft &draft) {
  std::vector<std::int64_t> sold;
  for (const auto *line : lines)
    for (const auto &stored : draft.lines)
      if (stored.lineNo == line->ref.lineNo)
        sold.push_back(soldAmount(line->draft, stored.detail));
  return sold;
}

/// What each of a draft's lines gives of `amount`: as much as its own charge has come to less, the
/// latest what is more than all of that. None: which line is of which charge cannot be told.
std::vector<std::int64_t> ownShares(const RatedUsage &usage, std::int64_t amount,
                                    const std::vector<std::int64_t> &sold) {
  std::vector<std::int64_t> after; // a charge that came to nothing has no line
  for (const auto &charge : usage.charges)
    if (charge.before != 0)
      after.push_back(charge.after);
  if (sold.size() < 2 || after.size() != sold.size())
    return {};
  std::vector<std::int64_t> less;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < sold.size(); ++i) {
    less.push_back(std::clamp<std::int64_t>(sold[i] - after[i], 0, sold[i]));
    all += less.back();
  }
  if (amount < all)
    return shareByLargestRemainder(amount, less);
  auto more = amount - all;
  for (auto i = sold.size(); i-- > 0;) {
    const auto further = std::min(more, sold[i] - less[i]);
    less[i] += further;
    more -= further;
  }
  return less;
}

class UsageCredit {
public:
  UsageCredit(const RatedUsage &usage, int decimals, const DraftsOfOne &drafts,
              std::vector<PlannedLine> &sources)
      : m_usage(usage), m_decimals(decimals), m_drafts(drafts), m_sources(sources),
        m_left(-usage.rated.amount), m_quantity(usage.quantity) {}

  [[nodiscard]] bool isDone() const { return m_left <= 0; }

  /// Lines of one document.
  void take(const Lines &lines) {
    const auto draft = m_drafts.find(lines.front()->ref.document);
    if (draft != m_drafts.end()) {
      const auto shares = ownShares(m_usage, m_left, soldOnDraft(lines, draft->second));
      if (!shares.empty())
        return takeOfEach(lines, shares);
    }
    for (auto line = lines.rbegin(); line != lines.rend() && !isDone(); ++line)
      takeOf(**line, draft != m_drafts.end());
  }

  void end() {
    if (!m_last)
      return;
    auto &rest = m_sources[*m_last];
    rest.draft.quantity += m_quantity;
    rest.detail["rated"] = rest.detail["rated"].get<std::int64_t>() - m_left;
  }

private:
  void takeOf(const BilledLine &line, bool isDraft) {
    const auto parts = creditFor(line.state, m_left, 1);
    if (parts.amount == 0)
      return;
    const auto sold = soldFor(line.state, parts);
    const bool goesWhole =
        isDraft && line.draft.amount + parts.amount == 0 && m_quantity + line.draft.quantity < 0;
    const Rational quantity = goesWhole ? Rational(-line.draft.quantity) : countedShare(sold);
    add(line, parts, sold, quantity);
    m_left -= sold;
    m_quantity -= quantity;
  }

  /// Each of them says all of the quantity, so each loses all that goes, also one that costs as
  /// much without.
  void takeOfEach(const Lines &lines, const std::vector<std::int64_t> &shares) {
    std::int64_t sum = 0;
    for (const auto share : shares)
      sum += share;
    const auto quantity = countedShare(sum);
    for (std::size_t i = 0; i < lines.size(); ++i)
      add(*lines[i], creditFor(lines[i]->state, shares[i], 1), shares[i],
          std::max(quantity, Rational(-lines[i]->draft.quantity)));
    m_left -= sum;
    m_quantity -= quantity;
  }

  /// To the smallest unit that is counted, as what a line bills is counted back.
  [[nodiscard]] Rational countedShare(std::int64_t sold) const {
    Rational smallest = 1;
    for (int i = 0; i < m_decimals; ++i)
      smallest /= 10;
    return roundHalfAwayFromZero(m_quantity * Rational(sold, m_left) / smallest) * smallest;
  }

  void add(const BilledLine &line, const LineParts &parts, std::int64_t sold,
           const Rational &quantity) {
    auto credit = usageLine(m_usage);
    credit.draft = creditLine(line.draft, line.ref.toString(), parts, m_usage.part.days);
    credit.draft.quantity = quantity;
    credit.draft.unit = 0;
    credit.detail["rated"] = -sold;
    credit.credits = line.ref;
    const auto isOfDraft = [this](const LineRef &ref) { return m_drafts.contains(ref.document); };
    if (!m_last || !isOfDraft(line.ref) || isOfDraft(*m_sources[*m_last].credits))
      m_last = m_sources.size();
    m_sources.push_back(std::move(credit));
  }

  const RatedUsage &m_usage;
  int m_decimals;
  const DraftsOfOne &m_drafts;
  std::vector<PlannedLine> &m_sources;
  std::int64_t m_left;               ///< minor units as sold, to be taken back of earlier lines
  Rational m_quantity;               ///< of that, ≤ 0
  std::optional<std::size_t> m_last; ///< of the sources: bears what nothing is left to credit of
};

} // namespace

PlannedLine usageLine(const RatedUsage &usage) {
  PlannedLine line;
  line.draft.kind = LineKind::Usage;
  line.draft.item = usage.metric;
  line.draft.metric = usage.metric;
  line.draft.quantity = usage.quantity;
  line.draft.amount = usage.rated.amount;
  line.draft.days = usage.part.days;
  line.partFrom = usage.part.at.from;
  line.parts = usage.rated.parts;
  line.isLate = usage.late;
  if (usage.late)
    line.detail["rated"] = usage.rated.amount;
  return line;
}

void creditUsage(const RatedUsage &usage, const std::vector<BilledUsage> &billed, int decimals,
                 const DraftsOfOne &drafts, std::vector<PlannedLine> &sources) {
  UsageCredit credit(usage, decimals, drafts, sources);
  Lines lines;
  for (auto one = billed.rbegin(); one != billed.rend() && !credit.isDone(); ++one) {
    if (one->part != usage.part.at.from || one->line.draft.metric != usage.metric)
      continue;
    if (!lines.empty() && lines.front()->ref.document != one->line.ref.document) {
      credit.take(lines);
      lines.clear();
    }
    lines.insert(lines.begin(), &one->line);
  }
  if (!lines.empty() && !credit.isDone())
    credit.take(lines);
  credit.end();
}

} // namespace tenantry::billing
