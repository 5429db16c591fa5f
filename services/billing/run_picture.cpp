// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/run_picture.h"

#include "services/billing/one_off.h"
#include "services/core/seen_rows.h"
#include "services/store/events.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

/// "20.00 EUR, 597.00 USD"; "0" where there is nothing.
QString amountsOf(const RunPicture::Sums &sums) {
  QStringList amounts;
  for (const auto &[currency, sum] : sums)
    amounts += Money(sum.total, currency).toString();
  return amounts.isEmpty() ? u"0"_s : amounts.join(u", "_s);
}

/// Less what is taken off drafts, as that of a change.
RunPicture::Sums allOf(const RunPicture &picture) {
  auto all = picture.issued;
  for (const auto &[currency, sum] : picture.drafted) {
    all[currency].invoices += sum.invoices;
    all[currency].total = checkedAdd(all[currency].total, sum.total);
  }
  for (const auto &[currency, by] : totalsOf(picture.lowered))
    all[currency].total = checkedAdd(all[currency].total, -by);
  return all;
}

} // namespace

void RunPicture::add(const PlannedInvoice &planned) {
  auto &sum = (planned.staysDraft ? drafted : issued)[planned.invoice.currency];
  ++sum.invoices;
  sum.total = checkedAdd(sum.total, planned.invoice.total);
  onHold += planned.isOnHold;
  needApproval += planned.staysDraft && !planned.isOnHold && !isReviewed;
}

std::int64_t RunPicture::invoicesOf(const Sums &sums) {
  std::int64_t invoices = 0;
  for (const auto &[currency, sum] : sums)
    invoices += sum.invoices;
  return invoices;
}

std::map<Currency, std::int64_t> RunPicture::totalsOf(const Sums &sums) {
  std::map<Currency, std::int64_t> totals;
  for (const auto &[currency, sum] : sums)
    totals[currency] = sum.total;
  return totals;
}

Result<std::optional<RunPicture>> pictureOfRun(store::Session &session,
                                               business::AppliedBusiness &business,
                                               const std::function<bool(std::int64_t)> &progress) {
  TENANTRY_TRY(applied, business.current(session));
  RunPicture picture;
  picture.at = session.clock.now();
  picture.isReviewed = applied->business.finalize == business::Finalize::Review;
  bool goesOn = true;
  const auto goOn = [&](std::int64_t done) { return goesOn = !progress || progress(done); };
  TENANTRY_TRY(summary,
               BillingRun(session, business)
                   .preview(
                       picture.at, BillingRun::everything(),
                       [&picture](const PlannedInvoice &planned,
                                  const organizations::Organization &) { picture.add(planned); },
                       goOn));
  picture.lowered = std::move(summary.lowered);
  return goesOn ? std::optional(picture) : std::nullopt;
}

Result<> checkSeen(const RunPicture &seen, const RunPicture &now) {
  const auto were = allOf(seen), are = allOf(now);
  if (were != are)
    return fail(u"billing.picture_changed"_s,
                u"What is due is not what was shown any more: %1 invoices of %2 instead of %3 of "
                u"%4. Nothing was issued; look at it again."_s.arg(RunPicture::invoicesOf(are))
                    .arg(amountsOf(are))
                    .arg(RunPicture::invoicesOf(were))
                    .arg(amountsOf(were)));
  if (seen.issued != now.issued)
    return fail(u"billing.picture_changed"_s,
                u"As much is due as was shown, but %1 invoices of %2 would become final instead "
                u"of %3 of %4. Nothing was issued; look at it again."_s
                    .arg(RunPicture::invoicesOf(now.issued))
                    .arg(amountsOf(now.issued))
                    .arg(RunPicture::invoicesOf(seen.issued))
                    .arg(amountsOf(seen.issued)));
  if (seen.lowered != now.lowered)
    return fail(u"billing.picture_changed"_s,
                u"As much is due as was shown, but other drafts are lowered, or by another "
                u"amount. Nothing was issued; look at it again."_s);
  return {};
}

Result<RunSummary> runAsSeen(store::Session &session, business::AppliedBusiness &business,
                             const RunPicture &seen,
                             const std::function<bool(std::int64_t)> &progress) {
  TENANTRY_TRY(now, pictureOfRun(session, business, progress));
  if (!now) // cancelled before anything was issued
    return RunSummary{};
  TENANTRY_CHECK(checkSeen(seen, *now));
  return BillingRun(session, business).run(BillingRun::everything(), progress);
}

Result<DuePictures> picturesOfDue(store::Session &session, business::AppliedBusiness &business,
                                  const std::vector<OrganizationId> &organizations) {
  DuePictures due;
  const auto visit = [&due](const PlannedInvoice &planned,
                            const organizations::Organization &organization) {
    const Money total(planned.invoice.total - loweredBy(planned), planned.invoice.currency);
    const auto [known, isNew] = due.try_emplace(organization.id, DuePicture{total, {}});
    auto &picture = known->second;
    if (!isNew && picture.total.currency() == total.currency())
      picture.total += total;
    picture.digest = pictureDigest(
        (picture.digest + total.currency().code() + digestOfCharge(planned)).toUtf8());
  };
  TENANTRY_CHECK(BillingRun(session, business).previewFor(organizations, visit));
  return due;
}

Result<RunSummary> runForAsSeen(store::Session &session, business::AppliedBusiness &business,
                                const OrganizationId &organization, const QString &seen) {
  return session.database.transaction([&]() -> Result<RunSummary> {
    TENANTRY_CHECK(store::lockOrganization(session, organization));
    if (!seen.isEmpty()) {
      TENANTRY_TRY(due, picturesOfDue(session, business, {organization}));
      if (due.empty())
        return fail(u"billing.nothing_due"_s, u"Nothing is due for it any more."_s);
      const auto &now = due.begin()->second;
      if (now.digest != seen)
        return fail(
            u"billing.picture_changed"_s,
            u"What is due for it comes to %1 now; look at it again."_s.arg(now.total.toString()));
    }
    return BillingRun(session, business).runFor({organization});
  });
}

} // namespace tenantry::billing
