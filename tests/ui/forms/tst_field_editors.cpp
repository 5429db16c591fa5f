// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_editor.h"
#include "ui/forms/locale_text.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QWheelEvent>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

/// Numbers, amounts and days as people write them, in their locale.
class TestFieldEditors : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ThemeManager(qApp); }
  void whatIsTypedIsUnderstood_data();
  void whatIsTypedIsUnderstood();
  void whatIsKeptIsShown_data();
  void whatIsKeptIsShown();
  void anAmountIsTypedInTheLocale();
  void aDayGoesUpAndDown();
  void aChoiceIsTypedInPart();
  void whatIsNoChoiceStays();
  void theWheelScrollsByAChoice();
};

namespace {

const QString english = u"en_US"_s, german = u"de_DE"_s, french = u"fr_FR"_s;

FieldSpec spec(FieldKind kind) {
  FieldSpec made{.key = u"field"_s, .label = u"Field"_s, .kind = kind};
  made.currency = u"EUR"_s;
  return made;
}

} // namespace

void TestFieldEditors::whatIsTypedIsUnderstood_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("locale");
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("kept");
  const auto row = [](const QString &kind, const QString &locale, const QString &typed,
                      const QString &kept) {
    QTest::addRow("%s %s: %s", qPrintable(kind), qPrintable(locale), qPrintable(typed))
        << kind << locale << typed << kept;
  };
  row(u"number"_s, english, u"1,250"_s, u"1250"_s);
  row(u"number"_s, german, u"1.250"_s, u"1250"_s);
  row(u"number"_s, german, u"1250"_s, u"1250"_s);
  row(u"number"_s, german, u"1,5"_s, u"1,5"_s); // no whole number: as it was written
  row(u"number"_s, english, u"1.250"_s, u"1.250"_s);
  row(u"number"_s, english, u"12,50"_s, u"12,50"_s);
  row(u"number"_s, english, u" -7 "_s, u"-7"_s);
  row(u"number"_s, english, u"many"_s, u"many"_s);
  row(u"amount"_s, german, u"1.234,56"_s, u"1234.56"_s);
  row(u"amount"_s, german, u"1234,5"_s, u"1234.5"_s);
  row(u"amount"_s, german, u"1.234"_s, u"1234"_s);
  row(u"amount"_s, german, u"12.34"_s, u"12.34"_s); // a group of two: the rules decide
  row(u"amount"_s, german, u"0,001"_s, u"0,001"_s); // more than the currency has
  row(u"amount"_s, english, u"1,234.56"_s, u"1234.56"_s);
  row(u"amount"_s, english, u"−0.50"_s, u"-0.50"_s);
  row(u"amount"_s, french, u"1 234,56"_s, u"1234.56"_s);
  row(u"day"_s, english, u"31 Dec 1999"_s, u"1999-12-31"_s);
  row(u"day"_s, english, u"2 Jan 2027"_s, u"2027-01-02"_s);
  row(u"day"_s, english, u"12/31/99"_s, u"1999-12-31"_s);
  row(u"day"_s, german, u"31.12.1999"_s, u"1999-12-31"_s);
  row(u"day"_s, german, u"1.2.2026"_s, u"2026-02-01"_s);
  row(u"day"_s, german, u"01.02.26"_s, u"2026-02-01"_s);
  row(u"day"_s, german, u"2026-02-01"_s, u"2026-02-01"_s);
  row(u"day"_s, german, u"31.02.2026"_s, u"31.02.2026"_s);
  row(u"day"_s, german, u""_s, u""_s);
}

void TestFieldEditors::whatIsTypedIsUnderstood() {
  QFETCH(QString, kind);
  QFETCH(QString, locale);
  QFETCH(QString, typed);
  const QLocale in(locale);
  const auto kept = kind == u"number"_s   ? numberFromTyped(typed, in)
                    : kind == u"amount"_s ? amountFromTyped(typed, *Currency::parse(u"EUR"), in)
                                          : dayFromTyped(typed, in);
  QTEST(kept, "kept");
}

void TestFieldEditors::whatIsKeptIsShown_data() {
  QTest::addColumn<QString>("kept");
  QTest::addColumn<QString>("currency");
  QTest::addColumn<QString>("shown");
  QTest::newRow("whole") << u"1234"_s << u"EUR"_s << u"1.234,00"_s;
  QTest::newRow("one decimal") << u"0.5"_s << u"EUR"_s << u"0,50"_s;
  QTest::newRow("negative") << u"-0.5"_s << u"EUR"_s << u"−0,50"_s;
  QTest::newRow("no minor unit") << u"1234"_s << u"JPY"_s << u"1.234"_s;
  QTest::newRow("no amount") << u"some"_s << u"EUR"_s << u"some"_s;
  QTest::newRow("nothing") << u""_s << u"EUR"_s << u""_s;
}

void TestFieldEditors::whatIsKeptIsShown() {
  QFETCH(QString, kept);
  QFETCH(QString, currency);
  QTEST(amountToShown(kept, *Currency::parse(currency), QLocale(german)), "shown");
}

void TestFieldEditors::anAmountIsTypedInTheLocale() {
  const std::unique_ptr<QWidget> owner(FieldEditor::make(spec(FieldKind::Money))->input());
  auto *editor = owner->findChild<FieldEditor *>();
  owner->setLocale(QLocale(german));
  owner->show();
  auto *amount = qobject_cast<QLineEdit *>(owner->focusProxy());
  QVERIFY(QTest::qWaitForWindowExposed(owner.get()));
  QTest::keyClicks(amount, u"1234,5"_s);
  QCOMPARE(editor->value(), u"1234.5"_s);
  QCOMPARE(amount->text(), u"1234,5"_s); // not touched while one types
  QTest::keyClick(amount, Qt::Key_Return);
  QCOMPARE(amount->text(), u"1.234,50"_s);
  QCOMPARE(amount->alignment() & Qt::AlignRight, Qt::AlignRight);
}

void TestFieldEditors::aDayGoesUpAndDown() {
  const std::unique_ptr<QWidget> owner(FieldEditor::make(spec(FieldKind::Day))->input());
  auto *editor = owner->findChild<FieldEditor *>();
  owner->setLocale(QLocale(german));
  editor->setValue(u"2026-12-31"_s);
  auto *line = qobject_cast<QLineEdit *>(owner.get());
  QCOMPARE(line->text(), u"31.12.2026"_s);
  QTest::keyClick(line, Qt::Key_Up);
  QCOMPARE(editor->value(), u"2027-01-01"_s);
  QTest::keyClick(line, Qt::Key_Down);
  QCOMPARE(line->text(), u"31.12.2026"_s);
  line->show();
  QVERIFY(QTest::qWaitForWindowExposed(line));
  QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
  QTRY_VERIFY(QApplication::activePopupWidget());
  auto *calendar = QApplication::activePopupWidget()->findChild<QCalendarWidget *>();
  QVERIFY(calendar);
  QCOMPARE(calendar->selectedDate(), QDate(2026, 12, 31));
  Q_EMIT calendar->clicked(QDate(2026, 12, 24));
  QCOMPARE(editor->value(), u"2026-12-24"_s);
}

void TestFieldEditors::aChoiceIsTypedInPart() {
  auto field = spec(FieldKind::Choice);
  for (int i = 0; i < 20; ++i)
    field.choices.append({u"k%1"_s.arg(i), u"Choice %1"_s.arg(i)});
  const std::unique_ptr<QWidget> owner(FieldEditor::make(field)->input());
  auto *editor = owner->findChild<FieldEditor *>();
  auto *box = qobject_cast<QComboBox *>(owner.get());
  editor->setValue(u"k3"_s);
  QCOMPARE(box->currentText(), u"Choice 3"_s);
  box->lineEdit()->selectAll();
  QTest::keyClicks(box->lineEdit(), u"K17"_s);
  QCOMPARE(editor->value(), u"k17"_s);
}

void TestFieldEditors::whatIsNoChoiceStays() {
  auto field = spec(FieldKind::Choice);
  field.choices = {{u"a"_s, u"First"_s}, {u"b"_s, u"Second"_s}};
  const std::unique_ptr<QWidget> owner(FieldEditor::make(field)->input());
  auto *editor = owner->findChild<FieldEditor *>();
  editor->setValue(u"of old"_s);
  QCOMPARE(editor->value(), u"of old"_s);
  editor->setChoices(field.choices);
  QCOMPARE(editor->value(), u"of old"_s);
}

void TestFieldEditors::theWheelScrollsByAChoice() {
  auto field = spec(FieldKind::Choice);
  field.choices = {{u"a"_s, u"First"_s}, {u"b"_s, u"Second"_s}};
  const std::unique_ptr<QWidget> owner(FieldEditor::make(field)->input());
  auto *editor = owner->findChild<FieldEditor *>();
  editor->setValue(u"a"_s);
  QWheelEvent wheel(QPointF(5, 5), owner->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                    Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(owner.get(), &wheel);
  QCOMPARE(editor->value(), u"a"_s);
  QVERIFY(!wheel.isAccepted());
}

QTEST_MAIN(TestFieldEditors)
#include "tst_field_editors.moc"
