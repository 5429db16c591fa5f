// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/corrections.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::billing;
using namespace tenantry::tests;

namespace {

/// Later by a second whenever somebody looks.
class PassingClock final : public Clock {
public:
  explicit PassingClock(Instant start) : m_now(start) {}
  [[nodiscard]] Instant now() const override { return m_now += std::chrono::seconds(1); }

private:
  mutable Instant m_now;
};

} // namespace

/// BILL-6: the books have a document at the moment that it says itself, though midnight, and with
/// it the end of a month, passes in the middle of the act.
class TestMoments : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup() { m_house.reset(); }
  void BILL_6_ofARun();
  void BILL_6_ofADraft();
  void BILL_6_ofACreditNote();
  void BILL_6_ofAVoidInvoice();

private:
  /// A customer, billed by a run.
  void bill(business::Finalize finalize = business::Finalize::Automatic) {
    m_house = std::make_unique<BillingHouse>(finalize);
    m_clock = std::make_unique<PassingClock>(m_house->clock.now());
    m_worker = std::make_unique<Worker>(m_house->test, *m_clock);
    m_customer = m_house->organization();
    m_house->subscribe(m_customer);
    expect(m_worker->run().run(BillingRun::everything()));
    m_invoice = expect(m_worker->invoices().ofOrganization(m_customer)).front().id;
  }
  Corrections corrections() { return {m_worker->session, m_worker->business}; }
  /// Of the documents with that cause: how many, and at how many other moments they are booked.
  std::vector<std::int64_t> documents(const QByteArray &cause, const QByteArray &moment) {
    const auto rows = expect(m_house->worker.database->adHoc(
        "select count(*), count(*) filter (where e.booked_at <> " + moment +
        ") from ledger_entry as e left join invoice as i on i.invoice_id = e.document_id "
        "left join credit_note as c on c.credit_note_id = e.document_id "
        "where e.entry_no = 1 and e.cause = '" +
        cause + "'"));
    return {rows[0].get<std::int64_t>(0), rows[0].get<std::int64_t>(1)};
  }

  const std::vector<std::int64_t> m_oneAtItsMoment{1, 0};
  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<PassingClock> m_clock;
  std::unique_ptr<Worker> m_worker;
  OrganizationId m_customer;
  InvoiceId m_invoice;
};

void TestMoments::init() { m_worker.reset(); }

void TestMoments::BILL_6_ofARun() {
  bill();
  QCOMPARE(documents("invoice.finalized", "i.finalized_at"), m_oneAtItsMoment);
}

void TestMoments::BILL_6_ofADraft() {
  bill(business::Finalize::Review);
  expect(m_worker->invoices().finalize(m_customer, {m_invoice}));
  QCOMPARE(documents("invoice.finalized", "i.finalized_at"), m_oneAtItsMoment);
}

void TestMoments::BILL_6_ofACreditNote() {
  bill();
  const auto planned = expect(corrections().previewCredit(m_customer, m_invoice, 100));
  const auto note = makeId<CreditNoteId>(m_house->clock.now());
  expect(m_worker->database->transaction(
      [&] { return corrections().credit(planned, note, u"why"_s); }));
  QCOMPARE(documents("credit_note.issued", "c.created_at"), m_oneAtItsMoment);
}

void TestMoments::BILL_6_ofAVoidInvoice() {
  bill();
  expect(corrections().voidInvoice(m_customer, m_invoice));
  QCOMPARE(documents("invoice.voided", "i.closed_at"), m_oneAtItsMoment);
}

QTEST_GUILESS_MAIN(TestMoments)
#include "tst_moments.moc"
