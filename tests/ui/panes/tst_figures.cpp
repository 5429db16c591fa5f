// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/credits.h"
#include "tests/ui/panes/every_dialog.h"
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/usage_line.h"
#include "ui/ledger/journal_page.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebar_roles.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/link_fact.h"
#include "ui/widgets/link_figure.h"
#include "ui/widgets/status_dot.h"
#include "ui/widgets/usage_bar.h"
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPointer>

using namespace tenantry;
using namespace tenantry::tests;

/// Every figure says how it is computed and as of when (check 19), whose record one looks at is
/// seen (check 13), and nothing is told by colour alone.
class TestFigures : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanupTestCase() { m_shared.reset(); }
  void check19_everyFigureSaysFormulaAndAsOf_data() { EveryPane::places(); }
  void check19_everyFigureSaysFormulaAndAsOf();
  void check19_theRunCountsWhatHomeSaysToReview();
  void check19_theCountsOfTheSidebarSayTheirs();
  void check19_factsThatAreFiguresSayTheirs_data();
  void check19_factsThatAreFiguresSayTheirs();
  void check18_whatIsDueLeadsToThoseInvoices();
  void check18_priceSeatsAndRenewalLeadToTheSubscription_data();
  void check18_priceSeatsAndRenewalLeadToTheSubscription();
  void check18_factsOfTheOverviewLeadToTheirRows_data();
  void check18_factsOfTheOverviewLeadToTheirRows();
  void check13_whoseRecordItIsIsSeen_data();
  void check13_whoseRecordItIsIsSeen();
  void check13_dialogsNameTheCustomer_data();
  void check13_dialogsNameTheCustomer();
  void check25_noStatusIsToldByColourAlone_data() { EveryPane::places(); }
  void check25_noStatusIsToldByColourAlone();

private:
  SharedPanes m_shared;
  /// That which is seen and read out so; null: none.
  template <typename Part> static Part *partOf(const ui::Pane &pane, const QString &caption) {
    for (auto *part : pane.findChildren<Part *>())
      if (part->isVisible() && part->accessibleName().startsWith(caption))
        return part;
    return nullptr;
  }
  /// The first customer is owed 19.00, by a correction.
  void credit();
  void giveNote(); ///< a credit note, to them as well
};

void TestFigures::check19_theRunCountsWhatHomeSaysToReview() {
  auto &house = m_shared.get();
  QVERIFY(house.show(house.today()));
  QTRY_VERIFY(partOf<ui::LinkFigure>(*house.billing, u"Findings"_s));
  const auto *findings = partOf<ui::LinkFigure>(*house.billing, u"Findings"_s);
  const auto counted = findings->toolTip().section(u'.', 0, 0).sliced(1); // but for its capital
  QVERIFY(house.show(house.home->home()));
  const auto isSaid = [&] {
    const auto parts = house.home->findChildren<QWidget *>();
    return std::any_of(parts.begin(), parts.end(),
                       [&](const QWidget *part) { return part->toolTip().contains(counted); });
  };
  QTRY_VERIFY2(isSaid(), qPrintable(counted));
}

void TestFigures::check18_whatIsDueLeadsToThoseInvoices() {
  m_shared.reset();
  EveryPane house;
  house.withoutRule([&] { house.house.runAll(); }); // each owes two invoices now
  QVERIFY(house.show(house.organization()));
  ui::LinkFigure *figure = nullptr;
  QTRY_VERIFY((figure = partOf<ui::LinkFigure>(*house.customers, u"Amount due"_s)));
  QTRY_VERIFY2(figure->accessibleName().contains(u", 2 open"_s),
               qPrintable(figure->accessibleName()));
  const auto name = house.window->currentPane()->heading();
  QTest::mouseClick(figure, Qt::LeftButton);
  QTRY_COMPARE(house.window->currentPane(), house.invoices);
  auto &list = house.invoices->list();
  QTRY_COMPARE(list.rowCount(), 2);
  for (int row = 0; row < 2; ++row) {
    const auto index = list.index(row, 0);
    QCOMPARE(list.keyAt(row).section(u'/', 0, 0), house.organizations.front().toString());
    QVERIFY(index.data(models::AmountDueRole).value<Money>().minor() > 0);
  }
  const auto *chip = house.invoices->filters()->chip(u"organization"_s);
  QTRY_COMPARE(chip->value(), name);
  QVERIFY(house.window->place().link().contains(house.organizations.front().toString()));
  // Another status of the same organization; its name stays though there are none.
  house.invoices->filters()->choose(u"kind"_s, u"paid"_s);
  QTRY_COMPARE(list.rowCount(), 0);
  QCOMPARE(chip->value(), name);
  // Enter on the figure leads there as well, and back comes again.
  QTest::keySequence(house.window.get(), QKeySequence::Back);
  QTRY_COMPARE(house.window->currentPane(), house.customers);
  QTRY_VERIFY(figure->isVisible());
  figure->setFocus();
  QTest::keyClick(figure, Qt::Key_Return);
  QTRY_COMPARE(house.window->currentPane(), house.invoices);
  QTRY_COMPARE(list.rowCount(), 2);
}

void TestFigures::check18_priceSeatsAndRenewalLeadToTheSubscription_data() {
  QTest::addColumn<QString>("caption");
  for (const char *caption : {"MRR", "Seats", "Renewal"})
    QTest::newRow(caption) << QString::fromLatin1(caption);
}

void TestFigures::check18_priceSeatsAndRenewalLeadToTheSubscription() {
  QFETCH(QString, caption);
  auto &house = m_shared.get();
  QVERIFY(house.show(house.organization()));
  ui::LinkFigure *figure = nullptr;
  QTRY_VERIFY((figure = partOf<ui::LinkFigure>(*house.customers, caption)));
  QTest::mouseClick(figure, Qt::LeftButton);
  QTRY_COMPARE(house.window->place().tab, u"subscription"_s);
}

void TestFigures::credit() {
  auto &house = m_shared.get();
  house.withoutRule([&] {
    auto &worker = house.house.worker;
    billing::BillingService billing(worker.session, worker.business);
    if (expect(billing.balance(house.organizations.front())).empty())
      expect(billing.receiveToBalance(house.organizations.front(),
                                      Money(1900, *Currency::parse(u"USD"_s)),
                                      makeUuidV7(house.house.clock.now())));
  });
}

void TestFigures::check18_factsOfTheOverviewLeadToTheirRows_data() {
  QTest::addColumn<QString>("caption");
  QTest::addColumn<QString>("filter");
  QTest::addColumn<ui::Place::Kind>("kind");
  using Kind = ui::Place::Kind;
  QTest::newRow("an invoice") << u"INV-2026-"_s << QString() << Kind::Invoice;
  QTest::newRow("how many there are") << u"All invoices: 1"_s << QString() << Kind::Invoices;
  QTest::newRow("the balance") << u"Balance in their favour"_s << u"customer_balance"_s
                               << Kind::Ledger;
}

void TestFigures::check18_factsOfTheOverviewLeadToTheirRows() {
  QFETCH(QString, caption);
  QFETCH(QString, filter);
  QFETCH(ui::Place::Kind, kind);
  auto &house = m_shared.get();
  credit();
  QVERIFY(house.show(house.organization()));
  house.customers->reload();
  QTRY_VERIFY(house.customers->isSettled());
  ui::LinkFact *fact = nullptr;
  QTRY_VERIFY((fact = partOf<ui::LinkFact>(*house.customers, caption)));
  if (kind == ui::Place::Kind::Ledger)
    QTRY_VERIFY2((fact = partOf<ui::LinkFact>(*house.customers, caption)) &&
                     fact->accessibleName().contains(u"19.00"),
                 qPrintable(fact ? fact->accessibleName() : caption));
  fact->setFocus();
  const auto whose = house.organizations.front();
  QTest::keyClick(fact, Qt::Key_Return);
  QTRY_VERIFY(house.window->currentPane() != house.customers);
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  QCOMPARE(house.window->place().kind, kind);
  if (kind == ui::Place::Kind::Invoice) {
    QVERIFY(caption.startsWith(house.window->place().key.left(9)));
  } else if (kind == ui::Place::Kind::Invoices) {
    QTRY_COMPARE(house.invoices->list().rowCount(), 1);
    QCOMPARE(house.invoices->list().keyAt(0).section(u'/', 0, 0), whose.toString());
  } else {
    auto &journal = house.ledger->journal()->list();
    QTRY_COMPARE(journal.rowCount(), 1);
    QCOMPARE(journal.keyAt(0).section(u'/', 0, 0), whose.toString());
    QCOMPARE(journal.viewSettings().value(u"account"_s), filter);
  }
}

void TestFigures::check19_everyFigureSaysFormulaAndAsOf() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  const auto *pane = house.window->currentPane();
  const auto seen = [pane] {
    QList<const QWidget *> figures;
    for (const auto *widget : pane->findChildren<QWidget *>())
      if (widget->isVisible() && (dynamic_cast<const ui::KeyFigure *>(widget) ||
                                  dynamic_cast<const ui::UsageBar *>(widget) ||
                                  qobject_cast<const ui::FigureTile *>(widget)))
        figures.append(widget);
    return figures;
  };
  if (link == u"today" || link == u"overview" || link.endsWith(u"home") ||
      link.endsWith(u"dunning"))
    QTRY_VERIFY(seen().size() >= 4);
  const auto figures = seen();
  for (const auto *figure : figures) {
    const auto says = figure->toolTip();
    QVERIFY2(says.contains(u"As of "_s), qPrintable(figure->accessibleName() + u": "_s + says));
    QVERIFY2(says.indexOf(u"As of "_s) > 10, qPrintable(says)); // a formula stands before it
    QVERIFY2(says.endsWith(figure->accessibleDescription()), qPrintable(says));
  }
}

void TestFigures::check19_theCountsOfTheSidebarSayTheirs() {
  auto &house = m_shared.get();
  QVERIFY(house.show(house.today()));
  QVERIFY(house.show(house.customers->home()));
  QVERIFY(house.show(house.ledger->home()));
  QVERIFY(house.show(house.dunning->home()));
  const auto *model = house.window->sidebar()->findChild<QListView *>()->model();
  QStringList wrong;
  const auto counted = [&] {
    int count = 0;
    wrong.clear();
    for (int row = 0; row < model->rowCount(); ++row) {
      const auto index = model->index(row, 0);
      if (index.data(ui::CountRole).toString().isEmpty() || index.data(ui::IsPinRole).toBool())
        continue;
      ++count;
      const auto says = index.data(Qt::AccessibleDescriptionRole).toString();
      if (says.indexOf(u". As of "_s) < 5 || !index.data(Qt::ToolTipRole).toString().endsWith(says))
        wrong += index.data().toString();
    }
    return count;
  };
  QTRY_COMPARE(counted(), 9);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", ")));
}

void TestFigures::check19_factsThatAreFiguresSayTheirs_data() {
  QTest::addColumn<QString>("tab");
  QTest::addColumn<QStringList>("begins");
  QTest::newRow("overview") << QString()
                            << QStringList{u"Balance in their favour"_s, u"All invoices"_s,
                                           u"API calls"_s};
  QTest::newRow("usage") << u"usage"_s << QStringList{u"API calls"_s, u"per period, "_s};
}

/// What stands as a fact among others, or in the head of a card, and was computed.
void TestFigures::check19_factsThatAreFiguresSayTheirs() {
  QFETCH(QString, tab);
  QFETCH(QStringList, begins);
  auto &house = m_shared.get();
  house.withoutRule([&] { house.house.use(house.organizations.front(), u"api_calls"_s, 70'000); });
  credit();
  QVERIFY(house.show(house.organization(tab)));
  house.customers->reload();
  QTRY_VERIFY(house.customers->isSettled());
  QStringList missing;
  QTRY_VERIFY([&] {
    missing = begins;
    for (const auto *one : house.customers->findChildren<QWidget *>()) {
      const auto *label = qobject_cast<const QLabel *>(one);
      const auto name = label ? label->text() : one->accessibleName();
      if (one->isVisible() && one->toolTip().indexOf(u". As of "_s) > 10)
        missing.removeIf([&](const QString &begin) { return name.startsWith(begin); });
    }
    return missing.isEmpty();
  }());
}

void TestFigures::check13_whoseRecordItIsIsSeen_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("title");
  QTest::newRow("home") << u"tenantry://home"_s << u"Home – Tenantry"_s;
  QTest::newRow("record") << u"usage"_s << u"One – Tenantry"_s;
  QTest::newRow("billing") << u"today"_s << u"Billing – Tenantry"_s;
  QTest::newRow("invoice") << u"tenantry://invoice/INV-2026-000001"_s
                           << u"INV-2026-000001, One – Tenantry"_s;
  QTest::newRow("credit note") << u"tenantry://credit-note/CN-2026-000001"_s
                               << u"CN-2026-000001, One – Tenantry"_s;
  QTest::newRow("explained line") << u"usage line"_s << u"API calls, One – Tenantry"_s;
}

void TestFigures::giveNote() {
  auto &house = m_shared.get();
  house.withoutRule([&] {
    auto &worker = house.house.worker;
    const auto whose = house.organizations.front();
    if (expect(worker.database->adHoc("select 1 from credit_note")).isEmpty())
      expect(payments::Credits(worker.session, worker.business)
                 .act({whose, expect(worker.invoices().ofOrganization(whose)).front().id, 500,
                       u"A bad week"_s}));
  });
}

void TestFigures::check13_dialogsNameTheCustomer_data() {
  QTest::addColumn<QString>("word");
  for (const char *word : {"change", "charge", "member", "edit", "money"})
    QTest::newRow(word) << QString::fromLatin1(word);
}

void TestFigures::check13_dialogsNameTheCustomer() {
  QFETCH(QString, word);
  auto &house = m_shared.get();
  QVERIFY(house.show(house.organization()));
  const EveryDialog dialogs{house.window.get(), house.customers, house.invoices,
                            house.organization(), u"INV-2026-000001"_s};
  QPointer<QDialog> dialog = dialogs.open(word);
  QVERIFY(dialog);
  const auto namesThem = [&dialog] {
    const auto labels = dialog->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
      return label->isVisible() && label->text().contains(u"One");
    });
  };
  QTRY_VERIFY(namesThem());
  dialog->reject();
  QTRY_VERIFY(!dialog);
}

void TestFigures::check13_whoseRecordItIsIsSeen() {
  QFETCH(QString, link);
  QFETCH(QString, title);
  auto &house = m_shared.get();
  giveNote();
  if (link == u"usage line")
    link = usageLine(house);
  QVERIFY(house.show(link));
  QTRY_COMPARE(house.window->windowTitle(), title);
  if (!title.contains(u"One"_s))
    return;
  const auto isSeen = [&house] {
    const auto labels = house.window->currentPane()->findChildren<QWidget *>();
    return std::any_of(labels.begin(), labels.end(), [](const QWidget *label) {
      return label->isVisible() && (label->property("text").toString().startsWith(u"One") ||
                                    label->accessibleName() == u"One");
    });
  };
  QTRY_VERIFY(isSeen());
}

void TestFigures::check25_noStatusIsToldByColourAlone() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  for (const auto *widget : house.window->findChildren<QWidget *>()) {
    if (!widget->isVisible())
      continue;
    if (const auto *badge = dynamic_cast<const ui::Badge *>(widget))
      QVERIFY2(!badge->text().isEmpty(), qPrintable(link));
    if (const auto *bar = dynamic_cast<const ui::UsageBar *>(widget))
      QVERIFY2(!bar->accessibleName().isEmpty(), qPrintable(link));
    const auto *table = qobject_cast<const ui::TableView *>(widget);
    if (!table)
      continue;
    for (int row = 0; row < table->model()->rowCount(); ++row)
      for (int column = 0; column < table->model()->columnCount(); ++column) {
        const auto index = table->model()->index(row, column);
        const auto tone = index.data(ui::ToneRole);
        if (!tone.isValid())
          continue;
        const auto words =
            index.data(Qt::AccessibleTextRole).toString() + index.data(Qt::DisplayRole).toString();
        const auto values = {ui::MoneyRole, ui::NumberRole, ui::DayRole, ui::DeltaRole};
        const bool isWritten = std::any_of(values.begin(), values.end(), [&](ui::CellRole role) {
          return index.data(role).isValid();
        });
        QVERIFY2(isWritten || !words.trimmed().isEmpty(),
                 qPrintable(
                     u"%1, row %2, column %3"_s.arg(table->accessibleName()).arg(row).arg(column)));
      }
  }
}

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
