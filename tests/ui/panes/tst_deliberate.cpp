// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/holds.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/finalize_action.h"
#include "ui/billing/invoice_offers.h"
#include "ui/forms/money_editor.h"
#include "ui/forms/question_dialog.h"
#include "ui/organizations/balance_act.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 12: what cannot be undone names object, count and consequence, and is confirmed by a
/// deliberate act; Enter alone does nothing.
class TestDeliberate : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void check12_aRunIsFinalizedByADeliberateAct();
  void check12_aRunNamesWhatBecomesFinalAndIssuesNothingElse();
  void check12_aLongQuestionIsReadAsAWhole();
  void check2_countingWhatIsDueIsGivenUpByEsc();
  void check12_anEndAtOnceIsConfirmedByTheName();
  void check12_aChangeThatIsInvoicedAtOnceIsNotByEnterAlone();
  void check12_anInvoiceIsVoidedByItsNumber();
  void check12_aBalanceIsAdjustedByItsButton();
};

void TestDeliberate::check12_aRunIsFinalizedByADeliberateAct() {
  EveryPane house;
  QVERIFY(house.show(house.today()));
  const auto *action = house.billing->findChild<ui::FinalizeAction *>();
  QTRY_VERIFY(action->button()->isEnabled());
  QTest::keyClick(house.billing->table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(action->question());
  QPointer<ui::QuestionDialog> question = action->question();
  QVERIFY(QTest::qWaitForWindowActive(question));
  const auto text = question->text();
  QVERIFY2(text.contains(u"Finalize 3 invoice(s) due by 07 Mar 2026"_s), qPrintable(text));
  QVERIFY2(text.contains(u"Total: $597.00"_s), qPrintable(text));
  QVERIFY2(text.contains(u"only credited"_s), qPrintable(text));
  QTRY_VERIFY(question->deliberate()->hasFocus());
  const auto issued = [&house] {
    std::int64_t count = 0;
    house.asOther([&](store::Database &database) {
      count = (*database.adHoc("select count(*) from invoice"))[0].get<std::int64_t>(0);
    });
    return count;
  };
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTest::keyClicks(question->deliberate(), u"2"_s);
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTest::qWait(200);
  QVERIFY(question && question->isVisible());
  QCOMPARE(issued(), std::int64_t(3));
  QTest::keyClick(question->deliberate(), Qt::Key_Backspace);
  QTest::keyClicks(question->deliberate(), u"3"_s);
  QVERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTRY_VERIFY(!question);
  QTRY_VERIFY(house.window->findChild<ui::Toast *>());
  QTRY_COMPARE(issued(), std::int64_t(6));
}

namespace {

/// Of four that the list shows one becomes final: the first is on hold, the second used so much
/// that it waits for approval, and it is not yet midnight where the fourth is.
void makeSomeWait(EveryPane &house) {
  auto &book = house.house;
  const auto today = book.clock.now();
  book.clock.set(*parseInstant(u"2026-02-07T12:00:00Z"_s));
  book.subscribe(book.organization(u"US"_s, u"Pacific/Auckland"_s));
  book.runAll();
  book.use(house.organizations[1], u"api_calls"_s, 20'000'000);
  book.clock.set(today);
  expect(billing::Holds(book.worker.session).holdOrganization(house.organizations[0], u"Merger"_s));
  const auto owner = book.test.connect();
  store::Session session{*owner, book.clock, u"tests"_s};
  auto changed = expect(book.worker.business.current(session))->business;
  changed.invoice.approvalAbove = {{*Currency::parse(u"USD"_s), 30'000}};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
}

QPointer<ui::QuestionDialog> askToFinalize(EveryPane &house) {
  const auto *action = house.billing->findChild<ui::FinalizeAction *>();
  house.window->activateWindow();
  if (!QTest::qWaitForWindowActive(house.window.get()) ||
      !QTest::qWaitFor([&] { return action->button()->isEnabled(); }))
    return {};
  QTest::keyClick(house.billing->table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
  (void)QTest::qWaitFor([&] { return action->question() != nullptr; });
  return action->question();
}

} // namespace

void TestDeliberate::check12_aRunNamesWhatBecomesFinalAndIssuesNothingElse() {
  EveryPane house;
  house.withoutRule([&] { makeSomeWait(house); });
  QVERIFY(house.show(house.today()));
  QTRY_COMPARE(house.billing->list().count(), 4);
  auto question = askToFinalize(house);
  QVERIFY(question);
  const auto text = question->text();
  QVERIFY2(text.contains(u"Finalize 1 invoice(s) due by 07 Mar 2026"_s), qPrintable(text));
  QVERIFY2(text.contains(u"Total: $199.00"_s), qPrintable(text));
  QVERIFY2(text.contains(u"2 more stay(s) a draft ($"_s), qPrintable(text));
  QVERIFY2(text.contains(u"1 on hold, 1 wait(s) for approval."_s), qPrintable(text));
  QVERIFY2(text.contains(u"The list shows 4 invoice(s)"_s), qPrintable(text));
  // Somebody releases the first meanwhile: another invoice would become final.
  const auto count = [&house](const QString &where) {
    std::int64_t found = 0;
    house.withoutRule(
        [&] { found = house.house.number("select count(*) from invoice " + where.toUtf8()); });
    return found;
  };
  house.withoutRule([&] {
    expect(billing::Holds(house.house.worker.session).releaseOrganization(house.organizations[0]));
  });
  const auto before = count({});
  QTest::keyClicks(question->deliberate(), u"1"_s);
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTRY_VERIFY2(house.lastToast().contains(u"2 invoices of 398.00 USD would become final instead "
                                          "of 1 of 199.00 USD"_s),
               qPrintable(house.lastToast()));
  QCOMPARE(count({}), before);
  // Asked again it is about what is due now, and that is what is issued.
  QTRY_VERIFY(house.billing->isSettled() && !question);
  question = askToFinalize(house);
  QVERIFY(question);
  QVERIFY2(question->text().contains(u"Finalize 2 invoice(s)"_s), qPrintable(question->text()));
  QTest::keyClicks(question->deliberate(), u"2"_s);
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTRY_VERIFY2(house.lastToast().contains(u"2 invoice(s) finalized, 1 draft(s) made"_s),
               qPrintable(house.lastToast()));
  QCOMPARE(count(u"where status = 'draft'"_s), 1);
  QCOMPARE(count({}), before + 3);
}

void TestDeliberate::check12_aLongQuestionIsReadAsAWhole() {
  QWidget window;
  window.show();
  const ui::Question asked{u"Finalize"_s,
                           u"Finalize many, and some more of them than that"_s,
                           u"Total: $199.00"_s,
                           u"Each gets its number and is collected. "_s.repeated(8),
                           u"1"_s,
                           u"How many"_s};
  QPointer<ui::QuestionDialog> question = new ui::QuestionDialog(asked, &window);
  question->open();
  QVERIFY(QTest::qWaitForWindowExposed(question));
  for (const auto *label : question->findChildren<QLabel *>())
    if (label->wordWrap() && label->isVisible())
      QVERIFY2(label->height() >= label->heightForWidth(label->width()),
               qPrintable(label->text().left(20)));
  delete question;
}

void TestDeliberate::check2_countingWhatIsDueIsGivenUpByEsc() {
  EveryPane house;
  QVERIFY(house.show(house.today()));
  const auto *action = house.billing->findChild<ui::FinalizeAction *>();
  QTRY_VERIFY(action->button()->isEnabled());
  std::unique_ptr<store::Database> holder;
  house.withoutRule([&] {
    holder = house.house.test.connect();
    expect(holder->script("begin; lock table subscription in access exclusive mode"));
  });
  QTest::keyClick(house.billing->table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(!action->button()->isEnabled() && !house.work->items().isEmpty());
  QTest::keyClick(house.billing->table(), Qt::Key_Escape);
  QVERIFY(house.work->items().isEmpty() && action->button()->isEnabled());
  house.withoutRule([&] { holder.reset(); });
  QVERIFY(askToFinalize(house)); // one question, of the second time
  QCOMPARE(house.billing->window()->findChildren<ui::QuestionDialog *>().size(), 1);
}

void TestDeliberate::check12_anEndAtOnceIsConfirmedByTheName() {
  EveryPane house;
  QVERIFY(house.show(u"subscription"_s));
  auto *acts = house.customers->findChild<ui::SubscriptionActs *>();
  QTRY_VERIFY(acts->end()->isEnabled());
  QTest::keyClick(house.customers->table(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts->dialog());
  QPointer<ui::ChangeDialog> dialog = acts->dialog();
  QTRY_VERIFY(
      dialog->confirmation()->isEnabled()); // at the end of the period: it can be taken back
  QVERIFY(!dialog->deliberate());
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Up);
  QTRY_VERIFY(dialog->deliberate());
  QVERIFY2(dialog->consequence().contains(u"cannot be undone"_s),
           qPrintable(dialog->consequence()));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTest::qWait(200);
  QVERIFY(dialog && dialog->isVisible());
  QTest::keyClicks(dialog->deliberate(), u"one"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->deliberate(), Qt::Key_Return);
  QTRY_VERIFY(!dialog);
  std::int64_t ended = 0;
  house.asOther([&](store::Database &database) {
    ended = (*database.adHoc("select count(*) from subscription where status = 'cancelled'"))[0]
                .get<std::int64_t>(0);
  });
  QCOMPARE(ended, std::int64_t(1));
}

void TestDeliberate::check12_aChangeThatIsInvoicedAtOnceIsNotByEnterAlone() {
  EveryPane house;
  QVERIFY(house.show(u"subscription"_s));
  auto *acts = house.customers->findChild<ui::SubscriptionActs *>();
  QTRY_VERIFY(acts->change()->isEnabled());
  QTest::keyClick(house.customers->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts->dialog());
  QPointer<ui::ChangeDialog> dialog = acts->dialog();
  QTRY_COMPARE(dialog->plan()->count(), 3);
  dialog->plan()->setFocus();
  QTest::keyClick(dialog->plan(), Qt::Key_E);
  QTRY_VERIFY2(dialog->previewText().contains(u"Due now: $"_s), qPrintable(dialog->previewText()));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QVERIFY2(dialog->consequence().contains(u"is final"_s), qPrintable(dialog->consequence()));
  for (QWidget *focus :
       {static_cast<QWidget *>(dialog->plan()), static_cast<QWidget *>(dialog->confirmation())}) {
    focus->setFocus();
    QTest::keyClick(focus, Qt::Key_Return);
    QVERIFY(dialog && dialog->isVisible() && !dialog->changer().isBusy());
  }
  // Where it waits for the end of the period it can be taken back.
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Down);
  QTRY_VERIFY2(dialog->previewText().contains(u"Due now: nothing"_s),
               qPrintable(dialog->previewText()));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_VERIFY(!dialog);
}

void TestDeliberate::check12_anInvoiceIsVoidedByItsNumber() {
  EveryPane house;
  const auto number = u"INV-2026-000002"_s;
  QVERIFY(house.show(u"tenantry://invoice/"_s + number));
  auto *offer = house.invoices->offers()->voiding();
  QTRY_VERIFY(offer->isEnabled());
  offer->trigger();
  QTRY_VERIFY(offer->dialog());
  QPointer<ui::MoneyDialog> dialog = offer->dialog();
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  QTRY_VERIFY2(dialog->previewText().contains(u"No longer due $199.00"_s),
               qPrintable(dialog->previewText()));
  QVERIFY2(dialog->previewText().contains(u"Revenue −$199.00"_s),
           qPrintable(dialog->previewText()));
  QVERIFY(!dialog->amount()->input()->isVisible());
  QVERIFY(dialog->text()->hasFocus());
  const auto statusIs = [&](const char *status) {
    std::int64_t count = 0;
    house.asOther([&](store::Database &database) {
      count = (*database.adHoc("select count(*) from invoice where number = 'INV-2026-000002' and "
                               "status = '" +
                               QByteArray(status) + "'"))[0]
                  .get<std::int64_t>(0);
    });
    return count == 1;
  };
  QTest::keyClicks(dialog->deliberate(), number);
  QVERIFY(!dialog->confirmation()->isEnabled()); // no reason yet
  QTest::keyClicks(dialog->text(), u"Wrong customer"_s);
  QVERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->deliberate(), Qt::Key_Backspace);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->deliberate(), u"2"_s);
  QTest::keyClick(dialog->deliberate(), Qt::Key_Return);
  QTest::keyClick(dialog->text(), Qt::Key_Return);
  QVERIFY(dialog && dialog->isVisible());
  QVERIFY(statusIs("open"));

  // Somebody pays a part meanwhile: it is looked at again, and cannot be voided any more.
  house.withoutRule([&] {
    auto &worker = house.house.worker;
    const auto invoice = expect(worker.invoices().findByNumber(number));
    expect(payments::Transfers(worker.session, worker.business)
               .act({invoice.organization, invoice.id, Money(1'000, invoice.currency), {}}));
  });
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY2(dialog && dialog->notice().contains(u"is paid; credit what is left"_s),
               qPrintable(dialog->notice()));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QVERIFY(statusIs("open"));
  dialog->reject();
  QTRY_VERIFY(!dialog);

  const ui::Place other{ui::Place::Kind::Invoice, u"INV-2026-000003"_s, {}, {}};
  QVERIFY(house.show(other));
  QTRY_VERIFY(offer->isEnabled());
  offer->trigger();
  QTRY_VERIFY(offer->dialog());
  dialog = offer->dialog();
  QTest::keyClicks(dialog->text(), u"Wrong customer"_s);
  QTest::keyClicks(dialog->deliberate(), other.key);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QTRY_VERIFY(house.window->findChild<ui::Toast *>());
  QTRY_VERIFY(!offer->isEnabled()); // the page says that it is void
}

void TestDeliberate::check12_aBalanceIsAdjustedByItsButton() {
  EveryPane house;
  QVERIFY(house.show(u"invoices"_s));
  auto *act = house.customers->findChild<ui::InvoicesTab *>()->balance();
  QTRY_VERIFY(act->button()->isEnabled());
  QTest::keyClick(house.customers->table(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(act->dialog());
  QPointer<ui::MoneyDialog> dialog = act->dialog();
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  auto *amount = dialog->amount()->input()->focusProxy();
  QTest::keyClicks(amount, u"-5"_s);
  QTRY_VERIFY2(dialog->notice().contains(u"no more than that"_s), qPrintable(dialog->notice()));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClick(amount, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(amount, u"200"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"Balance after it $1.00"_s),
               qPrintable(dialog->previewText()));
  QVERIFY2(dialog->previewText().contains(u"Pays open invoices at once −$199.00"_s),
           qPrintable(dialog->previewText()));
  QVERIFY(!dialog->confirmation()->isEnabled()); // no reason yet
  QTest::keyClicks(dialog->text(), u"Goodwill"_s);
  QTest::keyClick(dialog->text(), Qt::Key_Return);
  QVERIFY(dialog && dialog->isVisible());
  const auto moved = [&house] {
    std::int64_t sum = 0;
    house.asOther([&](store::Database &database) {
      sum = (*database.adHoc("select coalesce(sum(amount), 0)::bigint from customer_balance"))[0]
                .get<std::int64_t>(0);
    });
    return sum;
  };
  QCOMPARE(moved(), std::int64_t(0));
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QCOMPARE(moved(), std::int64_t(100));
  // What is there can be paid out too: the button asks which.
  house.window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(house.window.get()));
  QTRY_VERIFY(act->button()->isEnabled());
  QMenu *menu = nullptr;
  QTRY_VERIFY(([&] {
    QTest::keyClick(house.customers->table(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    if (act->dialog()) // the page has not read the balance yet
      act->dialog()->reject();
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    return menu != nullptr;
  }()));
  QCOMPARE(menu->actions().size(), qsizetype(2));
  QTest::keyClick(menu, Qt::Key_Up);
  QTest::keyClick(menu, Qt::Key_Return);
  QTRY_VERIFY(act->dialog());
  dialog = act->dialog();
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  QTest::keyClicks(dialog->amount()->input()->focusProxy(), u"0.4"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"Balance after it $0.60"_s),
               qPrintable(dialog->previewText()));
  QTest::keyClicks(dialog->text(), u"Transfer"_s);
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QCOMPARE(moved(), std::int64_t(60));
}

QTEST_MAIN(TestDeliberate)
#include "tst_deliberate.moc"
