// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_book.h"
#include "tests/app/reference_pictures.h"
#include "tests/support/texts.h"
#include "tests/ui/panes/stall.h"
#include "ui/forms/difference_row.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/form_view.h"
#include "ui/lists/list_views.h"
#include "ui/matching/gap_dialog.h"
#include "ui/matching/matching_offers.h"
#include "ui/organizations/organization_forms.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/empty_state.h"
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using ui::EmptyState;

/// The states that a tour of a good day does not come to, in a small window and in both themes,
/// beside the pictures that were found good.
class TestStatePictures : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void loading();
  void empty();
  void error();
  void offLine();
  void toast();
  void chips();
  void staleSave();
  void gapDialog();
  void pins();
  void cleanupTestCase() { m_house.reset(); }

private:
  [[nodiscard]] QString compare(const QString &name, QWidget *part = nullptr);
  [[nodiscard]] bool isShown(EmptyState::Kind kind) const;
  /// One entry of a statement with a number, that opens with so much.
  void post(std::int64_t number, std::int64_t opening, const char *day);

  QTranslator m_english;
  ui::ThemeManager *m_themes = nullptr;
  std::unique_ptr<EveryPane> m_house;
};

void TestStatePictures::initTestCase() {
  QLocale::setDefault(QLocale(u"en_US"_s));
  QVERIFY(loadTexts(m_english, u"en"_s)); // its plurals
  QCoreApplication::installTranslator(&m_english);
  m_themes = new ui::ThemeManager(qApp);
  m_house = std::make_unique<EveryPane>();
  m_house->asOther([&](store::Database &database) {
    const QStringList names{u"Arbor Energy"_s, u"Basalt Rail"_s, u"Clover Clinics"_s};
    for (qsizetype i = 0; i < names.size(); ++i)
      expect(database.adHoc("update organization set name = :name where organization_id = :id",
                            {{"name", names[i]}, {"id", m_house->organizations[i]}}));
  });
  m_house->window->resize(900, 600);
}

/// What is wrong with it in either theme; of the window, or of a part of it.
QString TestStatePictures::compare(const QString &name, QWidget *part) {
  const QDir build(qEnvironmentVariable("TENANTRY_BIN") + u"/.."_s);
  QStringList wrong;
  for (const auto &[theme, appearance] :
       {std::pair(u"light"_s, ui::Appearance::Light), std::pair(u"dark"_s, ui::Appearance::Dark)}) {
    m_themes->setAppearance(appearance);
    QCoreApplication::processEvents();
    const auto picture = (part ? part : m_house->window.get())->grab().toImage();
    const auto told = compareWithReference(u"%1/state-%2"_s.arg(theme, name), picture, build);
    if (!told.isEmpty())
      wrong += told;
  }
  return wrong.join(u'\n');
}

bool TestStatePictures::isShown(EmptyState::Kind kind) const {
  for (const auto *one : m_house->window->currentPane()->findChildren<EmptyState *>())
    if (one->isVisible() && one->kind() == kind)
      return true;
  return false;
}

void TestStatePictures::post(std::int64_t number, std::int64_t opening, const char *day) {
  m_house->withoutRule([&] {
    payments::BankStatement statement;
    statement.format = u"camt.053.001.08"_s;
    statement.file = u"bank.xml"_s;
    statement.account = u"DE89 3704 0044 0532 0130 00"_s;
    statement.id = u"2026-%1"_s.arg(number);
    statement.number = number;
    payments::BankEntry entry;
    entry.amount = Money(19'900, *Currency::parse(u"USD"_s));
    entry.bookedOn = *parseDay(QString::fromLatin1(day));
    entry.party = u"Northwind Traders GmbH"_s;
    entry.remittance = u"monthly fee"_s;
    statement.entries = {entry};
    statement.opening = Money(opening, entry.amount.currency());
    statement.closing = *statement.opening + entry.amount;
    auto &worker = m_house->house.worker;
    static_cast<void>(expect(payments::BankBook(worker.session, worker.business).post(statement)));
  });
}

void TestStatePictures::loading() {
  QVERIFY(m_house->show(m_house->mails->home()));
  const Held held(*m_house, u"mail"_s);
  m_house->mails->records()->list().reload();
  QTRY_VERIFY(isShown(EmptyState::Kind::Loading));
  QTest::qWait(350); // the skeleton waits for that long
  QCOMPARE(compare(u"loading"_s), QString());
}

void TestStatePictures::empty() {
  QVERIFY(m_house->show(m_house->mails->home()));
  QTRY_VERIFY(isShown(EmptyState::Kind::Empty));
  QCOMPARE(compare(u"empty"_s), QString());
}

void TestStatePictures::error() {
  m_house->asOther([](store::Database &database) {
    expect(database.script("alter table tenantry.mail rename to away"));
  });
  m_house->makeWindow(); // what has been read would stay
  m_house->window->setConnection(true, m_house->house.clock.now());
  m_house->window->resize(900, 600);
  QVERIFY(m_house->show(u"timeline"_s));
  QTRY_VERIFY(isShown(EmptyState::Kind::Error));
  const auto told = compare(u"error"_s);
  m_house->asOther([](store::Database &database) {
    expect(database.script("alter table tenantry.away rename to mail"));
  });
  QCOMPARE(told, QString());
}

void TestStatePictures::offLine() {
  QVERIFY(m_house->show(m_house->invoices->home()));
  m_house->cutOff(true);
  QTRY_VERIFY(!m_house->connection->isConnected());
  const auto told = compare(u"off-line"_s);
  m_house->cutOff(false);
  QTRY_VERIFY(m_house->connection->isConnected());
  QCOMPARE(told, QString());
}

void TestStatePictures::toast() {
  QVERIFY(m_house->show(m_house->invoices->home()));
  auto *toast = ui::Toast::present(
      m_house->window.get(),
      {u"2 invoices held"_s, u"Price is disputed"_s, ui::Tone::Success, u"Undo"_s, u"Ctrl+Z"_s},
      ui::height::statusBar);
  QCOMPARE(compare(u"toast"_s), QString());
  delete toast;
}

void TestStatePictures::chips() {
  QVERIFY(m_house->show(u"tenantry://invoices?kind=open&number=INV-2026-00000"_s));
  QTRY_VERIFY(m_house->invoices->list().count() >= 0);
  QCOMPARE(compare(u"chips"_s), QString());
  m_house->invoices->list().narrow({});
}

void TestStatePictures::staleSave() {
  QVERIFY(m_house->show(m_house->organization()));
  QTest::keyClick(m_house->customers->table(), Qt::Key_F2);
  const auto *forms = m_house->customers->forms();
  QTRY_VERIFY(forms->open() && forms->open()->form().stage() == models::Form::Stage::Ready);
  auto *form = forms->open();
  auto *name = qobject_cast<QLineEdit *>(form->view()->input(u"name"_s));
  name->setFocus();
  name->selectAll();
  QTest::keyClicks(name, u"Arbor Power"_s);
  m_house->asOther([&](store::Database &database) {
    expect(database.adHoc("update organization set name = 'Arbor Heat', revision = revision + 1 "
                          "where organization_id = :id",
                          {{"id", m_house->organizations.front()}}));
  });
  QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
  QTRY_VERIFY(form->view()->difference(u"name"_s)->isVisible());
  QCOMPARE(compare(u"stale-save"_s, form), QString());
  delete form;
}

void TestStatePictures::gapDialog() {
  post(1, 0, "2026-01-05");
  post(4, 50'000, "2026-01-20");
  QVERIFY(m_house->show(m_house->matching->home()));
  QTRY_VERIFY(m_house->matching->gaps().facts() && !m_house->matching->gaps().facts()->empty());
  const auto *offers = m_house->matching->offers();
  auto *dialog = m_house->matching->offers()->acceptGap(m_house->matching->gaps());
  QVERIFY(dialog && offers->gapDialog() == dialog);
  QTest::keyClicks(dialog->reason(), u"The account was moved to another bank"_s);
  QCOMPARE(compare(u"gap"_s, dialog), QString());
  delete dialog;
}

/// At last: they stand in the sidebar of every picture then.
void TestStatePictures::pins() {
  QVERIFY(m_house->show(m_house->customers->home()));
  const QStringList names{u"At risk"_s, u"Enterprise in Europe, to renew"_s};
  for (const auto &name : names)
    m_house->customers->views()->saveAs(name);
  const auto *rows = m_house->window->sidebar()->findChild<QListView *>()->model();
  const auto areCounted = [&] {
    QStringList shown;
    for (int row = 0; row < rows->rowCount(); ++row)
      shown += rows->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return shown.contains(names[0] + u" 3"_s) && shown.contains(names[1] + u" 3"_s);
  };
  QTRY_VERIFY(areCounted());
  m_house->window->resize(1440, 700); // where they have names
  QCOMPARE(compare(u"pins"_s, m_house->window->sidebar()), QString());
}

QTEST_MAIN(TestStatePictures)
#include "tst_state_pictures.moc"
