// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/holds.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/finalize_action.h"
#include "ui/forms/question_dialog.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/format.h"
#include "ui/widgets/notice_bar.h"
#include <QApplication>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// What a run takes off drafts is shown before it (ADR 21).
class TestRunLowers : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void BILL_3_aRunThatOnlyLowersDraftsSaysWhich();
};

namespace {

/// The first has ended, its last invoice is on hold, and the usage on that was taken back since.
void makeADraftTooHigh(EveryPane &house) {
  auto &book = house.house;
  const auto id = house.organizations[0];
  const auto record = [&](const QString &key, std::int64_t quantity, const QString &corrects) {
    usage::UsageEvent event;
    event.organization = id;
    event.key = key;
    event.metric = u"api_calls"_s;
    event.quantity = quantity;
    event.corrects = corrects;
    event.occurredAt = *parseInstant(u"2026-02-20T00:00:00Z"_s);
    expect(usage::UsageService(book.worker.session, book.worker.business).ingest({event}));
  };
  book.clock.set(*parseInstant(u"2026-02-20T12:00:00Z"_s));
  record(u"a"_s, 20'000'000, {});
  expect(book.worker.subscriptions().cancel(id, true));
  expect(billing::Holds(book.worker.session).holdOrganization(id, u"Merger"_s));
  book.clock.set(*parseInstant(u"2026-03-07T12:00:00Z"_s));
  book.runAll();
  record(u"b"_s, -1'000'000, u"a"_s);
  book.clock.set(*parseInstant(u"2026-03-09T12:00:00Z"_s));
}

} // namespace

void TestRunLowers::BILL_3_aRunThatOnlyLowersDraftsSaysWhich() {
  EveryPane house;
  std::int64_t was = 0, is = 0;
  const QByteArray drafted = "select sum(total)::bigint from invoice where status = 'draft'";
  house.withoutRule([&] {
    makeADraftTooHigh(house);
    was = house.house.number(drafted);
  });
  QVERIFY(house.show(house.today()));
  QTRY_COMPARE(house.billing->list().count(), 0);
  QTRY_VERIFY(!house.billing->lowered()->text().isEmpty());
  const auto says = house.billing->lowered()->text();
  QVERIFY2(says.startsWith(u"A run lowers 1 draft(s) by $"_s), qPrintable(says));
  QVERIFY2(says.contains(u": One %1 → $"_s.arg(
               ui::formatMoney({was, *Currency::parse(u"USD"_s)}, QLocale()))),
           qPrintable(says));
  const auto *action = house.billing->findChild<ui::FinalizeAction *>();
  QTRY_VERIFY(action->button()->isEnabled());
  action->button()->click();
  QTRY_VERIFY(action->question());
  const QPointer<ui::QuestionDialog> question = action->question();
  const auto text = question->text();
  QVERIFY2(text.contains(u"Lower 1 draft(s) by what was taken back"_s), qPrintable(text));
  QVERIFY2(text.contains(says) && text.contains(u"Total: −$"_s), qPrintable(text));
  QVERIFY(!question->deliberate());
  question->confirmation()->click();
  QTRY_VERIFY2(house.lastToast().startsWith(u"1 draft(s) lowered by $"_s),
               qPrintable(house.lastToast()));
  house.withoutRule([&] { is = house.house.number(drafted); });
  QVERIFY(is < was);
  QTRY_COMPARE(house.billing->lowered()->text(), QString()); // it is lowered
}

QTEST_MAIN(TestRunLowers)
#include "tst_run_lowers.moc"
