// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/left_out.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

bool isOfCustomers(const Error &error) {
  static const std::array others{"store.disconnected"_L1, "store.cancelled"_L1,
                                 "store.conflict"_L1,     "store.disk_full"_L1,
                                 "store.forbidden"_L1,    "store.locked"_L1,
                                 "store.read_only"_L1,    "store.server_failed"_L1};
  return std::ranges::find(others, error.code) == others.end();
}

Result<RunSummary> guarded(const std::function<Result<RunSummary>()> &part) {
  try {
    return part();
  } catch (const std::exception &mistake) {
    return fail(u"billing.mistake"_s, u"The program made a mistake with it: %1. Report it."_s.arg(
                                          QString::fromUtf8(mistake.what())));
  }
}

Result<RunSummary> Halving::billApart(const OrganizationId &after,
                                      const std::vector<OrganizationId> &due, const Error &failed) {
  m_after = after;
  m_due = &due;
  m_total = {};
  TENANTRY_CHECK(billSpan({0, due.size()}, failed));
  return m_total;
}

Result<> Halving::billSpan(Span span, const Error &failed) {
  if (m_total.gaveWay)
    return {};
  if (span.to - span.from == 1) {
    if (++m_inARow > m_mostInARow)
      return tl::unexpected(failed);
    m_total.leftOut.push_back({(*m_due)[span.from], failed});
    return {};
  }
  const std::size_t middle = span.from + (span.to - span.from) / 2;
  TENANTRY_CHECK(bill({span.from, middle}));
  return bill({middle, span.to});
}

Result<> Halving::bill(Span span) {
  const auto after = span.from == 0 ? m_after : (*m_due)[span.from - 1];
  auto done = m_bill({after, (*m_due)[span.to - 1]});
  if (!done)
    return isOfCustomers(done.error()) ? billSpan(span, done.error())
                                       : Result<>(tl::unexpected(done.error()));
  if (done->subscriptions > 0)
    m_inARow = 0;
  m_total.add(*done);
  m_total.gaveWay = m_total.gaveWay || done->gaveWay;
  return {};
}

Result<> recordLeftOut(store::Session &session, const std::vector<LeftOut> &leftOut, Instant now) {
  if (leftOut.empty())
    return {};
  std::vector<OrganizationId> organizations;
  std::vector<QString> codes, sentences;
  for (const auto &[organization, error] : leftOut) {
    organizations.push_back(organization);
    codes.push_back(error.code);
    sentences.push_back(error.message);
  }
  TENANTRY_CHECK(
      session.database.execute("billing_left_out_write", {{"organizations", organizations},
                                                          {"codes", codes},
                                                          {"sentences", sentences},
                                                          {"now", now}}));
  return {};
}

} // namespace tenantry::billing
