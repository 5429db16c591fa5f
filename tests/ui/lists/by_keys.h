// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/report_dialog.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QAbstractItemModel>
#include <QApplication>
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// An act on many rows as somebody does it who has no mouse: each key goes to whatever has the
/// focus, which is never set.
class ByKeys {
public:
  ByKeys(QWidget &window, ui::ListActs &acts) : m_window(window), m_acts(acts) {}

  static void press(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
  }
  static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
  /// By Tab until it has the focus.
  [[nodiscard]] static bool goTo(const QWidget *part) {
    for (int i = 0; i < 60 && QApplication::focusWidget() != part; ++i)
      press(Qt::Key_Tab);
    return QApplication::focusWidget() == part;
  }
  /// The row that is looked at, and so many more.
  static void selectDown(int more) {
    for (int i = 0; i < more; ++i)
      press(Qt::Key_Down, Qt::ShiftModifier);
  }
  /// Null where no question came, or its preview did not.
  [[nodiscard]] ui::BulkDialog *ask(int key, Qt::KeyboardModifiers modifiers) {
    press(key, modifiers);
    auto *question = m_acts.question();
    const bool isThere = question && QTest::qWaitForWindowActive(question) &&
                         QTest::qWaitFor([question] { return question->isSettled(); });
    return isThere ? question : nullptr;
  }
  /// Enter, and what the toast says then.
  [[nodiscard]] QString confirm() {
    if (!QTest::qWaitFor([this] { return m_acts.question()->confirmation()->isEnabled(); }))
      return u"it cannot be confirmed"_s;
    press(Qt::Key_Return);
    (void)QTest::qWaitFor([this] { return m_window.findChild<ui::Toast *>() != nullptr; });
    return comeBack();
  }
  /// The names of the rows that failed, by their key; Esc closes them. None where no report came.
  [[nodiscard]] QStringList failures(Qt::KeyboardModifiers modifiers) {
    press(Qt::Key_F, modifiers);
    auto *report = m_acts.report();
    if (!report || !QTest::qWaitForWindowActive(report))
      return {};
    QStringList names;
    const auto *rows = report->table()->model();
    for (int row = 0; row < rows->rowCount(); ++row)
      names += rows->index(row, 0).data().toString();
    press(Qt::Key_Escape);
    (void)comeBack();
    return names;
  }
  /// Ctrl+Z, and what the toast says then.
  [[nodiscard]] QString undo() {
    const auto before = said();
    press(Qt::Key_Z, Qt::ControlModifier);
    (void)QTest::qWaitFor([&] { return said() != before && !said().isEmpty(); });
    return said();
  }
  [[nodiscard]] QString said() const {
    const auto *toast = m_window.findChild<ui::Toast *>();
    return toast ? toast->accessibleName() : QString();
  }

private:
  /// As a desktop does when the dialog over it is closed.
  [[nodiscard]] QString comeBack() {
    m_window.activateWindow();
    (void)QTest::qWaitForWindowActive(&m_window);
    return said();
  }

  QWidget &m_window;
  ui::ListActs &m_acts;
};

} // namespace tenantry::tests
