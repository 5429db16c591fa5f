// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/dunning.h"
#include "services/payments/service.h"

namespace tenantry::payments {

/// Carries out what `planDunning` says of an invoice (BILL-5), and takes it back when nothing
/// overdue is left. Imported invoices are not dunned: who imported them did or did not.
class DunningService {
public:
  DunningService(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// What is due now for the invoice, and a job for when to look again. Nothing for one that is not
  /// open. It may be called any number of times.
  [[nodiscard]] Result<> follow(const OrganizationId &organization, const InvoiceId &invoice);
  /// The same without doing anything: how it stands is written, and a job does what is due.
  [[nodiscard]] Result<> reconsider(const OrganizationId &organization, const InvoiceId &invoice);
  /// Whether a suspension would hold something back: its subscription is the one that goes on.
  [[nodiscard]] Result<bool> isHeldBack(const billing::Invoice &invoice);
  /// What the rules look at.
  [[nodiscard]] Result<OpenDebt> debtOf(const billing::Invoice &invoice);
  /// After an invoice was paid or given up: the subscription goes on if nothing overdue is left.
  [[nodiscard]] Result<> recover(const OrganizationId &organization);

private:
  [[nodiscard]] Result<> countFromTakenBack(const Attempt &attempt, const QUuid &method,
                                            OpenDebt &debt);
  struct Looked {
    OpenDebt debt;
    business::Dunning policy;
    DunningPlan plan;
  };
  /// Writes how it stands, for the board.
  [[nodiscard]] Result<> tellOverdue(const billing::Invoice &invoice);
  [[nodiscard]] Result<Looked> look(const billing::Invoice &invoice);
  [[nodiscard]] Result<> carryOut(const DunningPlan &plan, const billing::Invoice &invoice);
  [[nodiscard]] Result<> finish(const business::Dunning &policy, const billing::Invoice &invoice);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
