// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/dismiss_bulk.h"

#include "services/payments/bank_desk.h"

#include <QCoreApplication>
#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::BankDesk;
using payments::BankEntryId;
using payments::BankEntryStatus;

namespace {

QString dismissText(const char *source) {
  return QCoreApplication::translate("tenantry::models::DismissBulk", source);
}

/// Only an entry that stands so is moved to there. What a bank booked never changes: there is
/// nothing else to hold an act to.
BulkVerdict deskVerdict(const payments::KeptEntry &kept, BankEntryStatus from, BankEntryStatus to) {
  BulkVerdict row{kept.id.toString(),
                  kept.entry.party.isEmpty() ? kept.entry.partyAccount : kept.entry.party};
  row.changes = kept.status == from;
  if (row.changes)
    row.amount = kept.entry.amount;
  else if (kept.status != to)
    row.refusal = Error{u"bank.entry_settled"_s,
                        u"The entry is now %1."_s.arg(payments::toString(kept.status))};
  return row;
}

auto deskPreview(BankEntryStatus from, BankEntryStatus to) {
  return [from, to](store::Session &session, business::AppliedBusiness &business,
                    const QStringList &keys) -> Result<std::vector<BulkVerdict>> {
    std::vector<BankEntryId> ids;
    for (const auto &key : keys)
      ids.push_back(BankEntryId::fromString(key));
    TENANTRY_TRY(entries, BankDesk(session, business).findAll(ids));
    std::map<QString, BulkVerdict> known;
    for (const auto &one : entries)
      known.emplace(one.id.toString(), deskVerdict(one, from, to));
    std::vector<BulkVerdict> rows;
    for (const auto &key : keys) {
      const auto one = known.find(key);
      if (one != known.end()) {
        rows.push_back(one->second);
        continue;
      }
      BulkVerdict missing{key, {}};
      missing.refusal = Error{u"bank.entry_not_found"_s, u"There is no such entry."_s};
      rows.push_back(std::move(missing));
    }
    return rows;
  };
}

/// False: it stands as it should already.
Result<bool> stands(BankDesk &desk, const BankEntryId &id, BankEntryStatus status) {
  TENANTRY_TRY(kept, desk.find(id));
  return kept.status == status;
}

} // namespace

BulkAct dismissEntries(const QString &reason) {
  return {dismissText(QT_TRANSLATE_NOOP("tenantry::models::DismissBulk", "Dismissing entries")),
          deskPreview(BankEntryStatus::Waiting, BankEntryStatus::NotOurs),
          [reason](store::Session &session, business::AppliedBusiness &business, const QString &key,
                   const Seen &) -> Result<BulkChange> {
            BankDesk desk(session, business);
            const auto id = BankEntryId::fromString(key);
            TENANTRY_TRY(isDone, stands(desk, id, BankEntryStatus::NotOurs));
            if (isDone)
              return BulkChange{};
            TENANTRY_CHECK(desk.dismiss(id, reason));
            return BulkChange{true,
                              [id](store::Session &later, business::AppliedBusiness &applied) {
                                return BankDesk(later, applied).takeBack(id);
                              }};
          }};
}

BulkAct takeBackEntries() {
  return {dismissText(QT_TRANSLATE_NOOP("tenantry::models::DismissBulk", "Taking entries back")),
          deskPreview(BankEntryStatus::NotOurs, BankEntryStatus::Waiting),
          [](store::Session &session, business::AppliedBusiness &business, const QString &key,
             const Seen &) -> Result<BulkChange> {
            BankDesk desk(session, business);
            const auto id = BankEntryId::fromString(key);
            TENANTRY_TRY(kept, desk.find(id));
            if (kept.status == BankEntryStatus::Waiting)
              return BulkChange{};
            TENANTRY_CHECK(desk.takeBack(id));
            return BulkChange{true, [id, reason = kept.reason](store::Session &later,
                                                               business::AppliedBusiness &applied) {
                                return BankDesk(later, applied).dismiss(id, reason);
                              }};
          }};
}

} // namespace tenantry::models
