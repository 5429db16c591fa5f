// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/dismiss_bulk.h"

#include "services/payments/bank_twins.h"

#include <QCoreApplication>
#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::BankDesk;
using payments::BankEntryId;
using payments::BankEntryStatus;
using payments::BankTwins;

namespace {

QString dismissText(const char *source) {
  return QCoreApplication::translate("tenantry::models::DismissBulk", source);
}

using Standing = std::function<bool(const payments::KeptEntry &)>;

/// Only an entry that stands so is moved to there. What a bank booked never changes: there is
/// nothing else to hold an act to.
BulkVerdict deskVerdict(const payments::KeptEntry &kept, const Standing &from, const Standing &to) {
  BulkVerdict row{kept.id.toString(),
                  kept.entry.party.isEmpty() ? kept.entry.partyAccount : kept.entry.party};
  row.changes = from(kept);
  if (row.changes)
    row.amount = kept.entry.amount;
  else if (!to(kept))
    row.refusal =
        kept.status == BankEntryStatus::Waiting
            ? Error{u"bank.no_twin"_s, u"No other statement seems to have brought this entry."_s}
            : Error{u"bank.entry_settled"_s,
                    u"The entry is now %1."_s.arg(payments::toString(kept.status))};
  return row;
}

auto deskPreview(const Standing &from, const Standing &to) {
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

bool isWaiting(const payments::KeptEntry &kept) { return kept.status == BankEntryStatus::Waiting; }

bool isDismissed(const payments::KeptEntry &kept) {
  return kept.status == BankEntryStatus::NotOurs;
}

bool isRepeated(const payments::KeptEntry &kept) {
  return kept.status == BankEntryStatus::Repeated;
}

bool isHeldTwin(const payments::KeptEntry &kept) { return isWaiting(kept) && kept.isHeld(); }

bool isAnother(const payments::KeptEntry &kept) { return kept.twinAnswer == u"another"_s; }

/// False: it stands as it should already.
Result<bool> stands(BankDesk &desk, const BankEntryId &id, const Standing &so) {
  TENANTRY_TRY(kept, desk.find(id));
  return so(kept);
}

using Answering = Result<> (BankTwins::*)(const BankEntryId &);

BulkAct answerEntries(const QString &title, const QString &said, const Standing &to,
                      Answering answer) {
  return {title, deskPreview(isHeldTwin, to),
          [said, to, answer](store::Session &session, business::AppliedBusiness &business,
                             const QString &key, const Seen &) -> Result<BulkChange> {
            BankDesk desk(session, business);
            const auto id = BankEntryId::fromString(key);
            TENANTRY_TRY(isDone, stands(desk, id, to));
            if (isDone)
              return BulkChange{};
            TENANTRY_CHECK((BankTwins(session, business).*answer)(id));
            return BulkChange{
                true, [id, said](store::Session &later, business::AppliedBusiness &applied) {
                  return BankTwins(later, applied).holdAgain(id, said);
                }};
          }};
}

} // namespace

BulkAct dismissEntries(const QString &reason) {
  return {dismissText(QT_TRANSLATE_NOOP("tenantry::models::DismissBulk", "Dismissing entries")),
          deskPreview(isWaiting, isDismissed),
          [reason](store::Session &session, business::AppliedBusiness &business, const QString &key,
                   const Seen &) -> Result<BulkChange> {
            BankDesk desk(session, business);
            const auto id = BankEntryId::fromString(key);
            TENANTRY_TRY(isDone, stands(desk, id, isDismissed));
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
          deskPreview([](const auto &kept) { return isDismissed(kept) || isRepeated(kept); },
                      isWaiting),
          [](store::Session &session, business::AppliedBusiness &business, const QString &key,
             const Seen &) -> Result<BulkChange> {
            BankDesk desk(session, business);
            const auto id = BankEntryId::fromString(key);
            TENANTRY_TRY(kept, desk.find(id));
            if (isWaiting(kept))
              return BulkChange{};
            TENANTRY_CHECK(isRepeated(kept) ? BankTwins(session, business).holdAgain(id, u"same"_s)
                                            : desk.takeBack(id));
            return BulkChange{
                true, [kept](store::Session &later, business::AppliedBusiness &applied) {
                  return isRepeated(kept) ? BankTwins(later, applied).same(kept.id)
                                          : BankDesk(later, applied).dismiss(kept.id, kept.reason);
                }};
          }};
}

BulkAct otherEntries() {
  return answerEntries(
      dismissText(QT_TRANSLATE_NOOP("tenantry::models::DismissBulk", "Letting entries wait")),
      u"another"_s, isAnother, &BankTwins::another);
}

BulkAct sameEntries() {
  return answerEntries(
      dismissText(QT_TRANSLATE_NOOP("tenantry::models::DismissBulk", "Setting duplicates aside")),
      u"same"_s, isRepeated, &BankTwins::same);
}

} // namespace tenantry::models
