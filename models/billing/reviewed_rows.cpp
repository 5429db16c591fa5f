// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/reviewed_rows.h"

#include <algorithm>

namespace tenantry::models {

namespace {

bool isFinding(const PreviewRow &row) { return row.finding.kind != billing::Finding::Kind::None; }

} // namespace

Result<ReviewedRows> ReviewedRows::read(store::Session &session,
                                        const std::vector<PreviewRow> &rows) {
  std::vector<OrganizationId> organizations;
  auto from = LocalDay::max();
  for (const auto &row : rows)
    if (isFinding(row)) {
      organizations.push_back(row.id.organization);
      from = std::min(from, foundOf(row).issuedOn);
    }
  ReviewedRows reviewed;
  if (organizations.empty())
    return reviewed;
  TENANTRY_TRY(reviews, billing::FindingReviews(session).of(organizations, from));
  for (auto &one : reviews)
    reviewed.m_of[one.found.organization].push_back(std::move(one));
  return reviewed;
}

bool ReviewedRows::has(const PreviewRow &row) {
  const auto of = m_of.find(row.id.organization);
  if (of == m_of.end() || !isFinding(row))
    return false;
  const auto one =
      std::find_if(of->second.begin(), of->second.end(),
                   [found = foundOf(row)](const auto &review) { return review.found == found; });
  if (one == of->second.end())
    return false;
  take(LastReview{one->by, one->at});
  return true;
}

void ReviewedRows::take(const std::optional<LastReview> &review) {
  if (review && (!m_last || m_last->at < review->at))
    m_last = review;
}

Result<PreviewReviews> readReviews(store::Session &session, const PreviewStore &rows) {
  PreviewReviews reviews;
  ReviewedRows latest;
  for (const auto &chunk : rows.chunks()) {
    std::vector<PreviewRow> unpacked;
    for (std::size_t at = 0; at < chunk->size(); ++at)
      unpacked.push_back(chunk->row(at));
    TENANTRY_TRY(reviewed, ReviewedRows::read(session, unpacked));
    auto &of = reviews.rows.emplace_back();
    for (const auto &row : unpacked) {
      of.push_back(reviewed.has(row));
      reviews.count += of.back();
    }
    latest.take(reviewed.last());
  }
  reviews.last = latest.last();
  return reviews;
}

std::vector<billing::InvoiceFinding> ShownFindings::of(bool areReviewed) const {
  std::vector<billing::InvoiceFinding> found;
  for (const auto place : places)
    if (bool(rows.packed(int(place)).isReviewed) == areReviewed)
      found.push_back(foundOf(rows.row(int(place))));
  return found;
}

Result<ReviewChange> writeReviews(store::Session &session,
                                  const std::vector<billing::InvoiceFinding> &found,
                                  bool isReviewed) {
  billing::FindingReviews reviews(session);
  TENANTRY_TRY(changed, isReviewed ? reviews.add(found) : reviews.remove(found));
  return ReviewChange{isReviewed, std::move(changed)};
}

Result<ReviewChange> undoReviews(store::Session &session, const ReviewChange &change) {
  billing::FindingReviews reviews(session);
  TENANTRY_TRY(changed, change.isReviewed ? reviews.takeBack(change.reviews)
                                          : reviews.restore(change.reviews));
  return ReviewChange{!change.isReviewed, std::move(changed)};
}

} // namespace tenantry::models
