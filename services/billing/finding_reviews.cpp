// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/finding_reviews.h"

#include "services/jobs/dispatcher.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr std::size_t mostReviewsAtOnce = 5'000;

struct ReviewColumns {
  explicit ReviewColumns(std::span<const FindingReview> reviews) {
    for (const auto &[found, by, at] : reviews) {
      organizations.push_back(found.organization);
      days.push_back(found.issuedOn);
      findings.push_back(found.finding);
      currencies.push_back(found.total.currency().code());
      totals.push_back(found.total.minor());
      reviewers.push_back(by);
      times.push_back(at);
    }
  }
  std::vector<OrganizationId> organizations;
  std::vector<LocalDay> days;
  std::vector<QString> findings, currencies, reviewers;
  std::vector<std::int64_t> totals;
  std::vector<Instant> times;
};

Result<std::vector<FindingReview>> reviewsIn(const store::Rows &rows) {
  std::vector<FindingReview> reviews;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(3)));
    reviews.push_back({{row.get<OrganizationId>(0), row.get<LocalDay>(1), row.get<QString>(2),
                        Money(row.get<std::int64_t>(4), currency)},
                       row.get<QString>(5),
                       row.get<Instant>(6)});
  }
  return reviews;
}

} // namespace

QString findingCode(const Finding &finding) {
  return (QStringList(findingKindWord(finding.kind)) + finding.missing).join(u' ');
}

Result<std::vector<FindingReview>>
FindingReviews::of(const std::vector<OrganizationId> &organizations, LocalDay from) {
  TENANTRY_TRY(rows, m_session.database.query("finding_reviews_of",
                                              {{"organizations", organizations}, {"day", from}}));
  return reviewsIn(rows);
}

Result<std::vector<FindingReview>> FindingReviews::add(const std::vector<InvoiceFinding> &found) {
  std::vector<FindingReview> reviews;
  for (const auto &one : found)
    reviews.push_back({one, m_session.actor, m_session.clock.now()});
  return restore(reviews);
}

Result<std::vector<FindingReview>>
FindingReviews::remove(const std::vector<InvoiceFinding> &found) {
  std::vector<FindingReview> reviews;
  for (const auto &one : found)
    reviews.push_back({one, {}, {}});
  return write(reviews, [&](const ReviewColumns &columns) {
    return m_session.database.query("finding_reviews_remove",
                                    {{"organizations", columns.organizations},
                                     {"days", columns.days},
                                     {"findings", columns.findings},
                                     {"currencies", columns.currencies},
                                     {"totals", columns.totals}});
  });
}

Result<std::vector<FindingReview>>
FindingReviews::restore(const std::vector<FindingReview> &reviews) {
  return writeWhole("finding_reviews_add", reviews);
}

Result<std::vector<FindingReview>>
FindingReviews::takeBack(const std::vector<FindingReview> &reviews) {
  return writeWhole("finding_reviews_take_back", reviews);
}

Result<std::vector<FindingReview>>
FindingReviews::writeWhole(const char *query, const std::vector<FindingReview> &reviews) {
  return write(reviews, [&](const ReviewColumns &columns) {
    return m_session.database.query(query, {{"organizations", columns.organizations},
                                            {"days", columns.days},
                                            {"findings", columns.findings},
                                            {"currencies", columns.currencies},
                                            {"totals", columns.totals},
                                            {"reviewers", columns.reviewers},
                                            {"times", columns.times}});
  });
}

template <typename Query>
Result<std::vector<FindingReview>> FindingReviews::write(const std::vector<FindingReview> &reviews,
                                                         Query query) {
  return m_session.database.transaction([&]() -> Result<std::vector<FindingReview>> {
    std::vector<FindingReview> written;
    const std::span all(reviews);
    for (std::size_t from = 0; from < all.size(); from += mostReviewsAtOnce) {
      const ReviewColumns columns(
          all.subspan(from, std::min(mostReviewsAtOnce, all.size() - from)));
      TENANTRY_TRY(rows, query(columns));
      TENANTRY_TRY(changed, reviewsIn(rows));
      written.insert(written.end(), changed.begin(), changed.end());
    }
    TENANTRY_CHECK(
        m_session.database.query("dispatch_tell", {{"channel", QString(jobs::newsChannel)},
                                                   {"payload", QString(jobs::runNews)}}));
    return written;
  });
}

} // namespace tenantry::billing
