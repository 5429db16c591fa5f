// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/hold_bulk.h"

#include "models/billing/invoice_key.h"
#include "services/billing/holds.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

/// No money moves by it: not held to what was shown.
enum class HoldAct { Hold, Release };

QString holdText(const char *source) {
  return QCoreApplication::translate("tenantry::models::HoldBulk", source);
}

BulkVerdict holdVerdict(const QString &key, billing::DraftVerdict verdict, HoldAct act) {
  const bool isMissing = verdict.refusal && verdict.refusal->code == u"invoice.not_found"_s;
  BulkVerdict row{key, verdict.organizationName};
  if (isMissing)
    row.refusal = std::move(verdict.refusal);
  else if (verdict.isFinal)
    row.refusal =
        Error{u"invoice.not_draft"_s, u"It is already final; only a draft can be held."_s};
  else if (act == HoldAct::Release && verdict.hold.isEmpty() && !verdict.organizationHold.isEmpty())
    row.refusal = Error{u"invoice.on_hold"_s,
                        u"Its whole organization is on hold: %1"_s.arg(verdict.organizationHold)};
  else
    row.changes = verdict.hold.isEmpty() == (act == HoldAct::Hold);
  if (row.changes)
    row.amount = verdict.total;
  return row;
}

auto holdPreview(HoldAct act) {
  return [act](store::Session &session, business::AppliedBusiness &business,
               const QStringList &keys) -> Result<std::vector<BulkVerdict>> {
    std::vector<billing::InvoiceKey> drafts;
    for (const auto &key : keys)
      drafts.push_back(invoiceKeyOf(key));
    TENANTRY_TRY(verdicts, billing::Drafts(session, business).preview(drafts));
    std::vector<BulkVerdict> rows;
    for (std::size_t i = 0; i < verdicts.size(); ++i)
      rows.push_back(holdVerdict(keys[qsizetype(i)], std::move(verdicts[i]), act));
    return rows;
  };
}

auto organizationPreview(HoldAct act) {
  return [act](store::Session &session, business::AppliedBusiness &,
               const QStringList &keys) -> Result<std::vector<BulkVerdict>> {
    std::vector<OrganizationId> ids;
    for (const auto &key : keys)
      ids.push_back(OrganizationId::fromString(key));
    TENANTRY_TRY(standings, billing::Holds(session).standings(ids));
    std::map<QString, billing::OrganizationStanding> known;
    for (auto &one : standings)
      known.emplace(one.organization.toString(), std::move(one));
    std::vector<BulkVerdict> rows;
    for (const auto &key : keys) {
      BulkVerdict row{key, {}};
      if (const auto one = known.find(key); one == known.end()) {
        row.refusal = Error{u"organization.not_found"_s, u"There is no such organization."_s};
      } else {
        row.name = one->second.name;
        row.changes = one->second.hold.isEmpty() == (act == HoldAct::Hold);
      }
      rows.push_back(std::move(row));
    }
    return rows;
  };
}

} // namespace

BulkAct holdOrganizations(const QString &reason) {
  return {holdText(QT_TRANSLATE_NOOP("tenantry::models::HoldBulk", "Holding invoices")),
          organizationPreview(HoldAct::Hold),
          [reason](store::Session &session, business::AppliedBusiness &, const QString &key,
                   const Seen &) -> Result<BulkChange> {
            const auto id = OrganizationId::fromString(key);
            TENANTRY_TRY(isHeld, billing::Holds(session).holdOrganization(id, reason));
            return BulkChange{isHeld,
                              [id](store::Session &later, business::AppliedBusiness &) -> Result<> {
                                TENANTRY_CHECK(billing::Holds(later).releaseOrganization(id));
                                return {};
                              }};
          }};
}

BulkAct releaseOrganizations() {
  return {holdText(QT_TRANSLATE_NOOP("tenantry::models::HoldBulk", "Releasing invoices")),
          organizationPreview(HoldAct::Release),
          [](store::Session &session, business::AppliedBusiness &, const QString &key,
             const Seen &) -> Result<BulkChange> {
            const auto id = OrganizationId::fromString(key);
            TENANTRY_TRY(reason, billing::Holds(session).releaseOrganization(id));
            if (!reason)
              return BulkChange{};
            return BulkChange{true,
                              [id, why = *reason](store::Session &later,
                                                  business::AppliedBusiness &) -> Result<> {
                                TENANTRY_CHECK(billing::Holds(later).holdOrganization(id, why));
                                return {};
                              }};
          }};
}

BulkAct holdDrafts(const QString &reason) {
  return {holdText(QT_TRANSLATE_NOOP("tenantry::models::HoldBulk", "Holding drafts")),
          holdPreview(HoldAct::Hold),
          [reason](store::Session &session, business::AppliedBusiness &, const QString &key,
                   const Seen &) -> Result<BulkChange> {
            TENANTRY_TRY(isHeld, billing::Holds(session).hold(invoiceKeyOf(key), reason));
            return BulkChange{
                isHeld, [key](store::Session &later, business::AppliedBusiness &) -> Result<> {
                  TENANTRY_CHECK(billing::Holds(later).release(invoiceKeyOf(key)));
                  return {};
                }};
          }};
}

BulkAct releaseDrafts() {
  return {holdText(QT_TRANSLATE_NOOP("tenantry::models::HoldBulk", "Releasing drafts")),
          holdPreview(HoldAct::Release),
          [](store::Session &session, business::AppliedBusiness &, const QString &key,
             const Seen &) -> Result<BulkChange> {
            TENANTRY_TRY(reason, billing::Holds(session).release(invoiceKeyOf(key)));
            if (!reason)
              return BulkChange{};
            return BulkChange{true,
                              [key, reason = *reason](store::Session &later,
                                                      business::AppliedBusiness &) -> Result<> {
                                TENANTRY_CHECK(
                                    billing::Holds(later).hold(invoiceKeyOf(key), reason));
                                return {};
                              }};
          }};
}

} // namespace tenantry::models
