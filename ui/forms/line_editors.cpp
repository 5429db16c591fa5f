// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/line_editors.h"
#include "ui/forms/day_calendar.h"
#include "ui/forms/locale_text.h"
#include "ui/theme/icon.h"
#include "ui/widgets/format.h"
#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

LineEditor::LineEditor(QLineEdit *lineEdit) : FieldEditor(lineEdit), m_line(lineEdit) {
  connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

NumberEditor::NumberEditor() : LineEditor(new QLineEdit) {
  line()->setAlignment(Qt::AlignRight);
  connect(line(), &QLineEdit::editingFinished, this, [this] { setValue(value()); });
}

QString NumberEditor::value() const { return numberFromTyped(line()->text(), line()->locale()); }

void NumberEditor::setValue(const QString &value) {
  line()->setText(numberToShown(value, line()->locale()));
}

DayEditor::DayEditor() : LineEditor(new QLineEdit) {
  line()->installEventFilter(this);
  auto *calendar = line()->addAction(icon(u"calendar"_s, Tone::Muted), QLineEdit::TrailingPosition);
  calendar->setText(tr("Calendar"));
  calendar->setToolTip(tr("Calendar (Alt+Down)"));
  connect(calendar, &QAction::triggered, this, &DayEditor::showCalendar);
  connect(line(), &QLineEdit::editingFinished, this, [this] { setValue(value()); });
}

QString DayEditor::value() const { return dayFromTyped(line()->text(), line()->locale()); }

void DayEditor::setValue(const QString &value) {
  line()->setText(dayToShown(value, line()->locale()));
}

void DayEditor::setByHand(const QDate &day) {
  setValue(day.toString(Qt::ISODate));
  Q_EMIT edited();
}

bool DayEditor::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::KeyPress && !line()->isReadOnly()) {
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto day = QDate::fromString(value(), Qt::ISODate);
    const int step = key->key() == Qt::Key_Up ? 1 : key->key() == Qt::Key_Down ? -1 : 0;
    if (step == -1 && key->modifiers() == Qt::AltModifier) {
      showCalendar();
      return true;
    }
    if (step != 0 && day.isValid()) {
      setByHand(day.addDays(step));
      return true;
    }
  }
  return FieldEditor::eventFilter(watched, event);
}

void DayEditor::showCalendar() {
  if (line()->isReadOnly())
    return;
  auto *menu = new QMenu(line());
  menu->setAttribute(Qt::WA_DeleteOnClose);
  auto *calendar = new DayCalendar(line()->locale());
  if (const auto day = QDate::fromString(value(), Qt::ISODate); day.isValid())
    calendar->setSelectedDate(day);
  auto *action = new QWidgetAction(menu);
  action->setDefaultWidget(calendar);
  menu->addAction(action);
  const auto choose = [this, menu](const QDate &day) {
    setByHand(day);
    menu->close();
  };
  connect(calendar, &QCalendarWidget::activated, this, choose);
  connect(calendar, &QCalendarWidget::clicked, this, choose);
  menu->popup(line()->mapToGlobal(line()->rect().bottomLeft()));
  calendar->setFocus();
}

} // namespace tenantry::ui
