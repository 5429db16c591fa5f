// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_form.h"
#include "tests/ui/shell/console.h"
#include "ui/forms/difference_row.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/form_view.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// An organization is amended and entered, by key and mouse in the console's window.
class TestOrganizationForm : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanup() { m_console.reset(); }
  void whatIsTypedIsSaved();
  void check11WhatIsSavedIsUndone_data();
  void check11WhatIsSavedIsUndone();
  void check5AStaleSaveShowsMineAndTheirs_data();
  void check5AStaleSaveShowsMineAndTheirs();
  void whatOnlyOthersChangedIsTakenOver();
  void check3NewsLeaveWhatIsTyped();
  void mistakesAreSaidAsOneTypes();
  void check22WithoutAConnectionItIsRefusedAndKept();
  void aRecordThatIsGoneIsSaid();
  void check14WhoMayNotIsToldWhoMay();
  void aNewOneIsEnteredByKeysAlone();
  void theAnswerThatWasLostEntersOnce();
  void itBeginsAsChosen_data();
  void itBeginsAsChosen();
  void everyFieldIsNamed();

private:
  void openConsole(const QString &role = u"success"_s);
  void amendFirst();
  void enter();
  [[nodiscard]] ui::FormDialog *form() const { return m_console->pane->forms()->open(); }
  [[nodiscard]] QLineEdit *line(const QString &key) const {
    return qobject_cast<QLineEdit *>(form()->view()->input(key));
  }
  void type(const QString &key, const QString &text) {
    line(key)->setFocus();
    line(key)->selectAll();
    if (text.isEmpty())
      QTest::keyClick(line(key), Qt::Key_Delete);
    else
      QTest::keyClicks(line(key), text);
  }
  void save() { QTest::keyClick(form(), Qt::Key_Return, Qt::ControlModifier); }
  [[nodiscard]] QString stored(const QByteArray &columns) {
    QString text;
    m_console->asOther([&](store::Database &database) {
      const auto rows =
          database.adHoc("select " + columns + " from organization where organization_id = :id",
                         {{"id", m_console->ids.front()}});
      text = rows ? (*rows)[0].get<QString>(0) : rows.error().toString();
    });
    return text;
  }
  void others(const QByteArray &assignments, bool withNews = false) {
    m_console->asOther([&](store::Database &database) {
      QVERIFY(
          database.adHoc("update organization set " + assignments + " where organization_id = :id",
                         {{"id", m_console->ids.front()}}));
      if (withNews)
        QVERIFY(database.adHoc("select pg_notify('tenantry_news', :id)",
                               {{"id", m_console->ids.front().toString()}}));
    });
  }
  [[nodiscard]] QString toast() const {
    const auto *shown = m_console->window->findChild<ui::Toast *>();
    return shown ? shown->accessibleName() : QString();
  }

  std::unique_ptr<Console> m_console;
};

void TestOrganizationForm::openConsole(const QString &role) {
  m_console = std::make_unique<Console>(role);
  QVERIFY(m_console->show());
  QTRY_VERIFY(m_console->connection().isConnected());
  QTRY_VERIFY(m_console->pane->isSettled());
}

void TestOrganizationForm::amendFirst() {
  auto *table = m_console->pane->table();
  table->setFocus();
  table->selectRow(0);
  QTRY_COMPARE(m_console->shown(), u"Arbor Energy"_s);
  QTest::keyClick(table, Qt::Key_F2);
  QTRY_VERIFY(form() && form()->form().stage() == models::Form::Stage::Ready);
  QTRY_COMPARE(line(u"name"_s)->text(), u"Arbor Energy"_s);
}

void TestOrganizationForm::enter() {
  auto *table = m_console->pane->table();
  table->setFocus();
  QTest::keyClick(table, Qt::Key_N, Qt::ControlModifier);
  QTRY_VERIFY(form() && form()->form().stage() == models::Form::Stage::Ready);
}

void TestOrganizationForm::check11WhatIsSavedIsUndone_data() {
  QTest::addColumn<bool>("isWrittenSince");
  QTest::addColumn<QString>("name");
  QTest::newRow("at once") << false << u"Arbor Energy"_s;
  QTest::newRow("not over what others wrote since") << true << u"Arbor Power"_s;
}

void TestOrganizationForm::check11WhatIsSavedIsUndone() {
  QFETCH(bool, isWrittenSince);
  QFETCH(QString, name);
  openConsole();
  amendFirst();
  type(u"name"_s, u"Arbor Power"_s);
  save();
  QTRY_VERIFY(!form() && !toast().isEmpty());
  QCOMPARE(stored("name"), u"Arbor Power"_s);
  if (isWrittenSince)
    others("url = 'https://arbor.example', revision = revision + 1");
  const auto before = toast();
  QTest::keyClick(m_console->pane->table(), Qt::Key_Z, Qt::ControlModifier);
  QTRY_VERIFY(toast() != before && !toast().isEmpty());
  QCOMPARE(stored("name"), name);
}

void TestOrganizationForm::whatIsTypedIsSaved() {
  openConsole();
  amendFirst();
  QCOMPARE(form()->reason(), u"Nothing is changed"_s);
  QVERIFY(!form()->submission()->isEnabled());
  type(u"name"_s, u"Arbor Heat"_s);
  type(u"numberOfEmployees"_s, u"1,250"_s);
  QVERIFY(form()->submission()->isEnabled());
  save();
  QTRY_VERIFY(!form());
  QCOMPARE(toast(), u"Organization saved, Arbor Energy"_s);
  QCOMPARE(stored("name || ' ' || number_of_employees || ' ' || revision"), u"Arbor Heat 1250 2"_s);
}

void TestOrganizationForm::check5AStaleSaveShowsMineAndTheirs_data() {
  QTest::addColumn<bool>("keepsMine");
  QTest::addColumn<QString>("name");
  QTest::newRow("mine") << true << u"Mine"_s;
  QTest::newRow("theirs") << false << u"Theirs"_s;
}

void TestOrganizationForm::check5AStaleSaveShowsMineAndTheirs() {
  QFETCH(bool, keepsMine);
  openConsole();
  amendFirst();
  type(u"name"_s, u"Mine"_s);
  type(u"industry"_s, u"Heat"_s);
  others("name = 'Theirs', telephone = '+49 30 1234'");
  save();
  auto *difference = form()->view()->difference(u"name"_s);
  QTRY_VERIFY(difference->isVisible());
  QCOMPARE(difference->text(), u"Mine: Mine\nTheirs, saved meanwhile: Theirs"_s);
  QVERIFY(!form()->view()->difference(u"industry"_s)->isVisible());
  QTRY_VERIFY(line(u"name"_s)->hasFocus()); // there is something to decide
  QCOMPARE(line(u"telephone"_s)->text(), u"+49 30 1234"_s);
  QCOMPARE(line(u"name"_s)->text(), u"Mine"_s);
  QCOMPARE(stored("name || telephone || industry"), u"Theirs+49 30 1234"_s);
  QVERIFY(!form()->submission()->isEnabled());
  QVERIFY2(form()->reason().contains(u"choose what holds"_s), qPrintable(form()->reason()));
  const auto buttons = difference->findChildren<QPushButton *>();
  QTest::mouseClick(buttons[keepsMine ? 0 : 1], Qt::LeftButton);
  QVERIFY(!difference->isVisible());
  save();
  QTRY_VERIFY(!form());
  QTEST(stored("name"), "name");
  QCOMPARE(stored("telephone || industry"), u"+49 30 1234Heat"_s);
}

void TestOrganizationForm::whatOnlyOthersChangedIsTakenOver() {
  openConsole();
  amendFirst();
  type(u"industry"_s, u"Heat"_s);
  others("name = 'Theirs', number_of_employees = 7");
  save();
  QTRY_VERIFY(!form());
  QCOMPARE(stored("name || number_of_employees || industry"), u"Theirs7Heat"_s);
}

void TestOrganizationForm::check3NewsLeaveWhatIsTyped() {
  openConsole();
  amendFirst();
  type(u"name"_s, u"Arbor He"_s);
  line(u"name"_s)->setCursorPosition(3);
  others("name = 'Theirs', telephone = '+49 30 1234'", true);
  QTRY_COMPARE(line(u"telephone"_s)->text(), u"+49 30 1234"_s);
  QCOMPARE(line(u"name"_s)->text(), u"Arbor He"_s);
  QCOMPARE(line(u"name"_s)->cursorPosition(), 3);
  QVERIFY(line(u"name"_s)->hasFocus());
  QVERIFY(form()->view()->difference(u"name"_s)->isVisible());
  // Whoever writes what they wrote agrees with them.
  type(u"name"_s, u"Theirs"_s);
  QVERIFY(!form()->view()->difference(u"name"_s)->isVisible());
}

void TestOrganizationForm::mistakesAreSaidAsOneTypes() {
  openConsole();
  amendFirst();
  auto *field = form()->view()->field(u"email"_s);
  type(u"email"_s, u"nobody"_s);
  QVERIFY(field->hasError());
  QCOMPARE(line(u"email"_s)->accessibleDescription(), u"An e-mail address like ann@example.com"_s);
  QCOMPARE(form()->reason(), u"E-mail: An e-mail address like ann@example.com"_s);
  QVERIFY(!form()->submission()->isEnabled());
  QTest::keyClicks(line(u"email"_s), u"@arbor.example"_s);
  QVERIFY(!field->hasError());
  QVERIFY(form()->submission()->isEnabled());
  type(u"foundingDate"_s, u"31 Feb 2020"_s);
  QVERIFY(form()->view()->field(u"foundingDate"_s)->hasError());
  type(u"foundingDate"_s, u""_s);
  QVERIFY(!form()->view()->field(u"foundingDate"_s)->hasError());
}

void TestOrganizationForm::check22WithoutAConnectionItIsRefusedAndKept() {
  openConsole();
  amendFirst();
  type(u"name"_s, u"Arbor Heat"_s);
  m_console->cutOff(true);
  QTRY_VERIFY(!form()->submission()->isEnabled());
  QCOMPARE(form()->reason(), u"There is no connection to the database; what you typed is kept"_s);
  QTest::keyClicks(line(u"name"_s), u" & Power"_s);
  m_console->cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(form()->submission()->isEnabled(), 20'000);
  QCOMPARE(line(u"name"_s)->text(), u"Arbor Heat & Power"_s);
  save();
  QTRY_VERIFY(!form());
  QCOMPARE(stored("name"), u"Arbor Heat & Power"_s);
}

void TestOrganizationForm::aRecordThatIsGoneIsSaid() {
  openConsole();
  m_console->pane->forms()->setCurrent(makeId<OrganizationId>(SystemClock().now()), u"Gone"_s);
  m_console->pane->forms()->amend();
  QTRY_COMPARE(form()->form().stage(), models::Form::Stage::Failed);
  QVERIFY(!form()->submission()->isEnabled());
  QTest::keyClick(form(), Qt::Key_Escape);
  QTRY_VERIFY(!form());
}

void TestOrganizationForm::check14WhoMayNotIsToldWhoMay() {
  openConsole(u"support"_s);
  QVERIFY(!m_console->pane->forms()->entering()->isEnabled());
  QCOMPARE(m_console->pane->forms()->amending()->toolTip(),
           u"This is for: customer success, finance, administrator. Your login is in: support."_s);
  m_console.reset();
  openConsole(u"finance"_s);
  QCOMPARE(m_console->pane->forms()->amending()->toolTip(), u"No organization is chosen"_s);
  m_console->pane->table()->selectRow(0);
  QTRY_VERIFY(m_console->pane->forms()->amending()->isEnabled());
  QCOMPARE(m_console->pane->forms()->entering()->toolTip(),
           u"This is for: customer success, administrator. Your login is in: finance."_s);
}

void TestOrganizationForm::aNewOneIsEnteredByKeysAlone() {
  openConsole();
  enter();
  QTRY_VERIFY(line(u"name"_s)->hasFocus());
  QVERIFY(!form()->view()->field(u"name"_s)->hasError()); // nothing was written yet
  QCOMPARE(form()->reason(), u"Name: A name is needed"_s);
  QTest::keyClicks(line(u"name"_s), u"Delta Foods"_s);
  QTest::keyClick(line(u"name"_s), Qt::Key_Tab);
  QTest::keyClicks(QApplication::focusWidget(), u"ap@delta.example"_s);
  // This database was given no business: country and currency are still to be chosen.
  for (const auto &[key, text] :
       {std::pair{u"addressCountry"_s, u"DE"_s}, {u"currency"_s, u"EUR"_s}})
    if (auto *box = form()->view()->input(key); box) {
      box->setFocus();
      QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
      QTest::keyClicks(box, text);
    }
  QTRY_VERIFY2(form()->submission()->isEnabled(), qPrintable(form()->reason()));
  save();
  QTRY_VERIFY(!form());
  QTRY_COMPARE(m_console->pane->table()->model()->rowCount(), 4);
  QTRY_COMPARE(m_console->pane->detail()->name(), u"Delta Foods"_s);
}

/// The id is the form's: what was entered already is not entered again.
void TestOrganizationForm::theAnswerThatWasLostEntersOnce() {
  Console console;
  const auto act = models::enterOrganization(SystemClock().now());
  models::FormState state({{u"name"_s, u"Delta"_s},
                           {u"email"_s, u"a@delta.example"_s},
                           {u"addressCountry"_s, u"DE"_s},
                           {u"currency"_s, u"EUR"_s},
                           {u"timeZone"_s, u"UTC"_s}});
  console.asOther([&](store::Database &database) {
    SystemClock clock;
    store::Session session{database, clock, u"test"_s};
    business::AppliedBusiness business;
    const auto first = act.write(session, business, state, 0);
    const auto again = act.write(session, business, state, 0);
    QVERIFY2(first && again, "an organization is not entered");
    QCOMPARE(*first, *again);
    QCOMPARE((*database.adHoc("select count(*) from organization where name = 'Delta'"))[0]
                 .get<std::int64_t>(0),
             1);
  });
}

void TestOrganizationForm::itBeginsAsChosen_data() {
  QTest::addColumn<QString>("choice");
  QTest::addColumn<QString>("status");
  QTest::addColumn<bool>("isTold");
  QTest::newRow("ORG-3 with onboarding") << models::withOnboarding << u"onboarding"_s << true;
  QTest::newRow("ORG-3 with nothing") << models::withoutOnboarding << u"onboarded"_s << false;
}

void TestOrganizationForm::itBeginsAsChosen() {
  QFETCH(QString, choice);
  QFETCH(QString, status);
  QFETCH(bool, isTold);
  openConsole();
  enter();
  auto *box = qobject_cast<QComboBox *>(form()->view()->input(models::beginningField));
  QVERIFY(box);
  QCOMPARE(box->currentData().toString(), models::withOnboarding);
  box->setFocus();
  while (box->currentData() != choice)
    QTest::keyClick(box, Qt::Key_Down);
  type(u"name"_s, u"Delta"_s);
  type(u"email"_s, u"a@delta.example"_s);
  for (const auto &[key, text] :
       {std::pair{u"addressCountry"_s, u"DE"_s}, {u"currency"_s, u"EUR"_s}})
    if (auto *input = form()->view()->input(key); input) {
      input->setFocus();
      QTest::keyClick(input, Qt::Key_A, Qt::ControlModifier);
      QTest::keyClicks(input, text);
    }
  QTRY_VERIFY2(form()->submission()->isEnabled(), qPrintable(form()->reason()));
  save();
  QTRY_VERIFY(!form());
  m_console->asOther([&](store::Database &database) {
    const auto rows = database.adHoc(
        "select o.status, e.payload->>'onboarding' is not null from organization as o join event "
        "as e using "
        "(organization_id) where o.name = 'Delta' and e.type = 'organization.created'");
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().toString()));
    QCOMPARE(rows->size(), 1);
    QCOMPARE((*rows)[0].get<QString>(0), status);
    QCOMPARE((*rows)[0].get<bool>(1), isTold);
  });
}

void TestOrganizationForm::everyFieldIsNamed() {
  openConsole();
  amendFirst();
  QStringList unnamed;
  int count = 0;
  for (const auto *widget : form()->findChildren<QWidget *>())
    if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible()) {
      ++count;
      const auto *button = qobject_cast<const QPushButton *>(widget);
      const auto *parent = widget->parentWidget(); // the line of a combo box speaks as the box
      if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()) &&
          parent->accessibleName().isEmpty())
        unnamed.append(QString::fromLatin1(widget->metaObject()->className()));
    }
  QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u", "_s)));
  QVERIFY(count >= 18);
}

QTEST_MAIN(TestOrganizationForm)
#include "tst_organization_form.moc"
