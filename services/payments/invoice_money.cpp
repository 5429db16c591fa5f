// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/invoice_money.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

const std::array<std::pair<RefundStatus, QLatin1StringView>, 4> refundStatusNames{{
    {RefundStatus::Pending, "pending"_L1},
    {RefundStatus::Unknown, "unknown"_L1},
    {RefundStatus::Succeeded, "succeeded"_L1},
    {RefundStatus::Failed, "failed"_L1},
}};

Result<InvoicePayment> readPayment(const store::Row &row) {
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(4)));
  InvoicePayment payment{row.get<PaymentId>(0),
                         row.get<QString>(1),
                         row.get<QString>(2),
                         row.get<Instant>(3),
                         currency,
                         row.get<std::int64_t>(5),
                         row.get<std::int64_t>(6),
                         row.get<std::int64_t>(7),
                         row.get<std::int64_t>(8),
                         row.get<QString>(9),
                         row.get<QString>(10),
                         row.get<QString>(11),
                         row.get<QString>(12)};
  payment.recovered = row.get<std::int64_t>(13);
  payment.bookedOn = row.get<std::optional<LocalDay>>(14);
  payment.goneBack = row.get<std::int64_t>(15);
  payment.refundedThere = row.get<std::int64_t>(16);
  return payment;
}

Result<> addWhoRecorded(store::Session &session, const OrganizationId &organization,
                        std::vector<InvoicePayment> &payments) {
  if (payments.empty())
    return {};
  std::vector<PaymentId> ids;
  for (const auto &payment : payments)
    ids.push_back(payment.id);
  TENANTRY_TRY(rows, session.database.query("payments_came_by",
                                            {{"organization", organization}, {"payments", ids}}));
  for (const auto row : rows)
    for (auto &payment : payments)
      if (payment.id == row.get<PaymentId>(0))
        payment.isRecorded = row.get<QString>(1) == "hand"_L1;
  return {};
}

Result<Refund> readRefund(const OrganizationId &organization, const store::Row &row) {
  Refund refund;
  refund.organization = organization;
  refund.id = row.get<RefundId>(0);
  refund.payment = row.get<PaymentId>(1);
  refund.isByHand = row.get<QString>(2) == "by_hand"_L1;
  refund.key = row.get<QString>(3);
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
  refund.amount = Money(row.get<std::int64_t>(4), currency);
  refund.reason = row.get<QString>(6);
  const auto word = row.get<QString>(7);
  for (const auto &[value, name] : refundStatusNames)
    if (word == name)
      refund.status = value;
  refund.declineCode = row.get<QString>(8);
  refund.inquiries = row.get<int>(9);
  refund.creditNote = row.get<QString>(10);
  refund.createdAt = row.get<Instant>(11);
  refund.finishedAt = row.get<std::optional<Instant>>(12);
  refund.invoice = row.get<InvoiceId>(13);
  refund.reference = row.get<QString>(14);
  return refund;
}

} // namespace

QString toString(RefundStatus status) {
  for (const auto &[value, name] : refundStatusNames)
    if (value == status)
      return name;
  return {};
}

std::int64_t InvoiceMoney::refunding() const {
  std::int64_t sum = 0;
  for (const auto &payment : payments)
    sum += payment.refunding;
  return sum;
}

std::int64_t InvoiceMoney::left() const {
  std::int64_t sum = 0;
  for (const auto &payment : payments)
    sum += payment.left();
  return sum;
}

std::int64_t InvoiceMoney::goneBack() const {
  std::int64_t sum = 0;
  for (const auto &payment : payments)
    sum += payment.goneBack;
  return sum;
}

Result<InvoiceMoney> moneyOf(store::Session &session, const OrganizationId &organization,
                             const InvoiceId &invoice) {
  InvoiceMoney money;
  TENANTRY_TRY(paid, session.database.query("payments_of_invoice", {{"organization", organization},
                                                                    {"invoice", invoice}}));
  for (const auto row : paid) {
    TENANTRY_TRY(payment, readPayment(row));
    money.payments.push_back(std::move(payment));
  }
  TENANTRY_CHECK(addWhoRecorded(session, organization, money.payments));
  TENANTRY_TRY(back, session.database.query("refunds_of_invoice", {{"organization", organization},
                                                                   {"invoice", invoice}}));
  for (const auto row : back) {
    TENANTRY_TRY(refund, readRefund(organization, row));
    money.refunds.push_back(std::move(refund));
  }
  return money;
}

Result<Refund> findRefund(store::Session &session, const OrganizationId &organization,
                          const RefundId &id) {
  TENANTRY_TRY(rows, session.database.query("refund_by_id",
                                            {{"organization", organization}, {"refund", id}}));
  if (rows.isEmpty())
    return fail(u"payment.refund_not_found"_s, u"There is no refund %1."_s.arg(id.toString()));
  return readRefund(organization, rows[0]);
}

} // namespace tenantry::payments
