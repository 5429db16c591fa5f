// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/form_state.h"
#include <QTest>

using namespace tenantry::models;
using namespace Qt::StringLiterals;

/// What is typed, what is stored meanwhile, and what becomes of both.
class TestFormState : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void check5TwoWritersOfOneField_data();
  void check5TwoWritersOfOneField();
  void whoChoosesHasSeenBoth();
  void aDraftFindsWhatIsStoredByThen_data();
  void aDraftFindsWhatIsStoredByThen();
  void aDraftOfAnotherVersionDoesNoHarm();
};

namespace {

const QString name = u"name"_s;

} // namespace

void TestFormState::check5TwoWritersOfOneField_data() {
  QTest::addColumn<QString>("mine");
  QTest::addColumn<QString>("theirs");
  QTest::addColumn<QString>("shown");
  QTest::addColumn<bool>("differs");
  QTest::addColumn<bool>("changes");
  QTest::newRow("nobody wrote") << u"old"_s << u"old"_s << u"old"_s << false << false;
  QTest::newRow("I wrote") << u"mine"_s << u"old"_s << u"mine"_s << false << true;
  QTest::newRow("they wrote") << u"old"_s << u"theirs"_s << u"theirs"_s << false << false;
  QTest::newRow("both wrote") << u"mine"_s << u"theirs"_s << u"mine"_s << true << true;
  QTest::newRow("both wrote the same") << u"same"_s << u"same"_s << u"same"_s << false << false;
  QTest::newRow("they took it away") << u"mine"_s << u""_s << u"mine"_s << true << true;
  QTest::newRow("I took it away") << u""_s << u"theirs"_s << u""_s << true << true;
}

void TestFormState::check5TwoWritersOfOneField() {
  QFETCH(QString, mine);
  QFETCH(QString, theirs);
  FormState state({{name, u"old"_s}, {u"other"_s, u"x"_s}});
  state.type(name, mine);
  state.take({{name, theirs}, {u"other"_s, u"x"_s}});
  QTEST(state.typed().value(name), "shown");
  QTEST(!state.differences().isEmpty(), "differs");
  QTEST(state.changes().contains(name), "changes");
  QVERIFY(!state.changes().contains(u"other"_s));
}

void TestFormState::whoChoosesHasSeenBoth() {
  FormState state({{name, u"old"_s}});
  state.type(name, u"mine"_s);
  state.take({{name, u"theirs"_s}});
  QCOMPARE(state.differences(), (QList<FieldDifference>{{name, u"mine"_s, u"theirs"_s}}));
  state.keepMine(name);
  QVERIFY(state.differences().isEmpty());
  QCOMPARE(state.changes(), (FormValues{{name, u"mine"_s}}));
  // They write again: that is not what was chosen over.
  state.take({{name, u"again"_s}});
  QCOMPARE(state.differences().size(), 1);
  state.takeTheirs(name);
  QVERIFY(state.differences().isEmpty() && state.changes().isEmpty());
  QCOMPARE(state.typed().value(name), u"again"_s);
  QVERIFY(state.written().isEmpty());
}

void TestFormState::aDraftFindsWhatIsStoredByThen_data() {
  QTest::addColumn<QString>("stored");
  QTest::addColumn<QString>("shown");
  QTest::addColumn<bool>("differs");
  QTest::newRow("the same") << u"old"_s << u"mine"_s << false;
  QTest::newRow("something else") << u"theirs"_s << u"mine"_s << true;
  QTest::newRow("what was typed") << u"mine"_s << u"mine"_s << false;
}

void TestFormState::aDraftFindsWhatIsStoredByThen() {
  QFETCH(QString, stored);
  FormState before({{name, u"old"_s}});
  before.type(name, u"mine"_s);
  FormState state({{name, stored}});
  state.restore(before.written());
  QTEST(state.typed().value(name), "shown");
  QTEST(!state.differences().isEmpty(), "differs");
}

void TestFormState::aDraftOfAnotherVersionDoesNoHarm() {
  FormState state({{name, u"old"_s}});
  state.restore({{u"gone"_s, {u"a"_s, u"b"_s}}});
  QVERIFY(state.changes().isEmpty());
  QVERIFY(!state.typed().contains(u"gone"_s));
}

QTEST_GUILESS_MAIN(TestFormState)
#include "tst_form_state.moc"
