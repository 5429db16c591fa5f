// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/billing/billing_house.h"
#include "ui/ledger/month_dialog.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using std::chrono::year;
using ui::MonthDialog;

/// What the dialog shows of closing a month and of opening it again is what it is held to (BILL-6):
/// one customer since 31 January, two invoices; 3 March.
class TestMonthDialog : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void BILL_6_closingIsHeldToWhatWasShown();
  void BILL_6_reopeningIsHeldToWhatWasShown();

private:
  [[nodiscard]] std::unique_ptr<MonthDialog> dialog(MonthDialog::Act act,
                                                    std::chrono::year_month month) {
    auto made = std::make_unique<MonthDialog>(*m_connection, act, month, nullptr);
    made->setAttribute(Qt::WA_DeleteOnClose, false);
    made->open();
    return made;
  }
  Result<LocalDay> close(std::chrono::year_month month) {
    return billing::closeMonth(m_house->worker.session, m_house->worker.business, month);
  }
  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
};

void TestMonthDialog::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestMonthDialog::init() {
  m_connection.reset();
  m_house = std::make_unique<BillingHouse>();
  m_house->subscribe(m_house->organization());
  m_house->runAll();
  m_house->clock.set(*parseInstant(u"2026-03-03T10:00:00Z"_s));
  m_house->runAll();
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock,
                                                      u"test"_s, models::Rights{});
}

void TestMonthDialog::BILL_6_closingIsHeldToWhatWasShown() {
  const auto shown = dialog(MonthDialog::Act::Close, year(2026) / 2);
  QTRY_VERIFY(shown->confirmation()->isEnabled());
  QVERIFY(!shown->previewText().contains(u"billed"_s));
  m_house->subscribe(m_house->organization());
  expect(m_house->test.connect()->script(
      "update subscription set due_at = '2026-02-10Z' where started_at > '2026-03-01'"));
  QSignalSpy acted(shown.get(), &MonthDialog::acted);
  shown->confirmation()->click();
  QTRY_VERIFY(shown->notice().contains(u"look at it again"_s));
  QTRY_VERIFY2(shown->previewText().contains(u"Subscriptions to be billed 1"_s),
               qPrintable(shown->previewText()));
  QCOMPARE(m_house->number("select count(*) from book_closing"), std::int64_t(0));
  QTRY_VERIFY(shown->confirmation()->isEnabled());
  shown->confirmation()->click();
  QTRY_COMPARE(acted.count(), 1);
  QCOMPARE(m_house->number("select count(*) from book_closing"), std::int64_t(1));
}

void TestMonthDialog::BILL_6_reopeningIsHeldToWhatWasShown() {
  expect(close(year(2026) / 1));
  const auto shown = dialog(MonthDialog::Act::Reopen, year(2026) / 1);
  shown->reason()->setText(u"an invoice was forgotten"_s);
  QTRY_VERIFY(shown->confirmation()->isEnabled());
  const auto entries = [this](const char *until) {
    return u"no longer %1"_s.arg(m_house->number(
        QByteArray("select count(*) from ledger_entry where business_day < ") + until));
  };
  QVERIFY2(shown->previewText().contains(u"January 2026"_s) &&
               shown->previewText().contains(entries("'2026-02-01'")),
           qPrintable(shown->previewText()));
  expect(close(year(2026) / 2)); // which is opened with it
  QSignalSpy acted(shown.get(), &MonthDialog::acted);
  shown->confirmation()->click();
  QTRY_VERIFY(shown->notice().contains(u"look at it again"_s));
  QTRY_VERIFY2(shown->previewText().contains(u"January 2026 to February 2026"_s) &&
                   shown->previewText().contains(entries("'2026-03-01'")),
               qPrintable(shown->previewText()));
  QTRY_VERIFY(shown->confirmation()->isEnabled());
  shown->confirmation()->click();
  QTRY_COMPARE(acted.count(), 1);
  QCOMPARE(m_house->number("select count(*) from book_closing"), std::int64_t(3));
}

QTEST_MAIN(TestMonthDialog)
#include "tst_month_dialog.moc"
