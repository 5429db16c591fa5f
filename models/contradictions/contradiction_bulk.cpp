// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contradictions/contradiction_bulk.h"

#include "services/payments/contradictions.h"
#include "services/payments/finding_acts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::BookingPicture;
using payments::Contradiction;

namespace {

QString contradictionBulkText(const char *source) {
  return QCoreApplication::translate("tenantry::models::ContradictionBulk", source);
}

/// The amount of a try or a refund never changes: it is what was shown.
BulkVerdict contradictionVerdict(const Contradiction &of, const Result<> &may) {
  BulkVerdict verdict{of.idText(),
                      of.number.isEmpty() ? of.customer : u"%1 (%2)"_s.arg(of.number, of.customer)};
  verdict.changes = may.has_value();
  if (may)
    verdict.amount = of.amount;
  else
    verdict.refusal = may.error();
  return verdict;
}

/// What ended meanwhile is refused, as the act would refuse it. `look` makes the verdict of one.
template <typename Look> auto contradictionsLookedAt(Look look) {
  return [look](store::Session &session, business::AppliedBusiness &business,
                const QStringList &keys) -> Result<std::vector<BulkVerdict>> {
    std::vector<QUuid> ids;
    for (const auto &key : keys)
      ids.push_back(QUuid::fromString(key));
    TENANTRY_TRY(found, payments::ContradictionListing(session).byIds(ids));
    std::map<QUuid, const Contradiction *> known;
    for (const auto &one : found)
      known.emplace(one.id, &one);
    std::vector<BulkVerdict> verdicts;
    for (const auto &id : ids) {
      const auto one = known.find(id);
      if (one != known.end()) {
        verdicts.push_back(look(session, business, *one->second));
        continue;
      }
      BulkVerdict gone{id.toString(QUuid::WithoutBraces), {}};
      gone.refusal = payments::notContradicted(id);
      verdicts.push_back(std::move(gone));
    }
    return verdicts;
  };
}

template <typename May> auto contradictionPreview(May may) {
  return contradictionsLookedAt(
      [may](store::Session &session, business::AppliedBusiness &, const Contradiction &of) {
        auto verdict = contradictionVerdict(of, may(of));
        verdict.seen = {of.digest(), session.clock.now()};
        return verdict;
      });
}

bool isAmountMissing(const Result<BookingPicture> &picture) {
  return !picture && picture.error().code == "payment.finding_amount_missing"_L1;
}

/// What was said of it counts where the service asks for it, and there only.
template <typename Book>
Result<BookingPicture> bookedAs(const Contradiction &of, const std::optional<BulkAmount> &taken,
                                Book book) {
  auto picture = book(std::optional<Money>());
  const bool isSaid = taken && taken->key == of.idText() && isAmountMissing(picture);
  return isSaid ? book(std::optional(taken->money)) : picture;
}

BulkVerdict bookingVerdict(store::Session &session, business::AppliedBusiness &business,
                           const Contradiction &of, payments::BookAs way,
                           const std::optional<BulkAmount> &taken) {
  payments::FindingActs acts(session, business);
  bool isAsked = false;
  const auto picture = bookedAs(of, taken, [&](const std::optional<Money> &amount) {
    auto looked = acts.preview(of.organization, of.id, way, amount);
    isAsked |= isAmountMissing(looked);
    return looked;
  });
  auto verdict =
      contradictionVerdict(of, picture ? Result<>() : Result<>(tl::unexpected(picture.error())));
  if (isAsked)
    if (const auto paid = billing::BillingService(session, business).findByNumber(of.number))
      verdict.asked =
          BulkAsked{of.idText(), of.number, of.amount.value_or(Money()), paid->currency};
  if (!picture)
    return verdict;
  verdict.amount = picture->amount;
  verdict.seen = {picture->digest(), session.clock.now()};
  for (const auto &one : picture->others) // due again beside it
    verdict.name += u" + "_s + one.number;
  return verdict;
}

} // namespace

BulkAct askContradictedAgain() {
  return {contradictionBulkText(
              QT_TRANSLATE_NOOP("tenantry::models::ContradictionBulk", "Asking again")),
          contradictionPreview(payments::mayAskAgain),
          [](store::Session &session, business::AppliedBusiness &, const QString &key,
             const Seen &) -> Result<BulkChange> {
            TENANTRY_TRY(of, payments::findContradiction(session, QUuid::fromString(key)));
            TENANTRY_CHECK(payments::askAgain(session, of));
            return BulkChange{.changed = true};
          }};
}

BulkAct settleContradicted(bool moved, const QString &reason) {
  return {
      contradictionBulkText(QT_TRANSLATE_NOOP("tenantry::models::ContradictionBulk", "Settling")),
      contradictionPreview([moved](const Contradiction &of) { return maySettle(of, moved); }),
      [moved, reason](store::Session &session, business::AppliedBusiness &business,
                      const QString &key, const Seen &seen) -> Result<BulkChange> {
        TENANTRY_TRY(of, payments::findContradiction(session, QUuid::fromString(key)));
        TENANTRY_CHECK(payments::settleByHand(session, business, of, moved, reason, seen.digest));
        return BulkChange{.changed = true};
      }};
}

BulkAct bookFindings(const QString &as, const QString &reason,
                     const std::optional<BulkAmount> &taken) {
  const auto way = payments::parseBookAs(as).value_or(payments::BookAs::Refund);
  return {
      contradictionBulkText(QT_TRANSLATE_NOOP("tenantry::models::ContradictionBulk", "Booking")),
      contradictionsLookedAt([way, taken](store::Session &session,
                                          business::AppliedBusiness &business,
                                          const Contradiction &of) {
        return bookingVerdict(session, business, of, way, taken);
      }),
      [way, reason, taken](store::Session &session, business::AppliedBusiness &business,
                           const QString &key, const Seen &seen) -> Result<BulkChange> {
        TENANTRY_TRY(of, payments::findContradiction(session, QUuid::fromString(key)));
        payments::FindingActs acts(session, business);
        TENANTRY_CHECK(bookedAs(of, taken, [&](const std::optional<Money> &amount) {
          return acts.act(of.organization, of.id, way, reason, seen.digest, amount);
        }));
        return BulkChange{.changed = true};
      }};
}

QStringList waysToBookFindings() {
  QStringList words;
  for (const auto as : payments::waysToBook())
    words += payments::toString(as);
  return words;
}

} // namespace tenantry::models
