// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/day_calendar.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>
#include <QTextCharFormat>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr QSize monthSize(252, 220);
} // namespace

DayCalendar::DayCalendar(const QLocale &locale, QWidget *parent) : QCalendarWidget(parent) {
  const auto &theme = Theme::of(this);
  setLocale(locale);
  setVerticalHeaderFormat(NoVerticalHeader);
  setFixedSize(monthSize);
  QTextCharFormat head;
  head.setForeground(theme.muted);
  head.setBackground(theme.raised);
  setHeaderTextFormat(head);
  for (const auto day : {Qt::Saturday, Qt::Sunday})
    setWeekdayTextFormat(day, head);
  // Its head is drawn as something that is selected.
  auto colors = palette();
  colors.setColor(QPalette::Highlight, theme.raised);
  colors.setColor(QPalette::HighlightedText, theme.text);
  if (auto *bar = findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
    bar->setPalette(colors);
  for (const auto &[name, iconName] : {std::pair{u"qt_calendar_prevmonth"_s, u"chevron-left"_s},
                                       {u"qt_calendar_nextmonth"_s, u"chevron-right"_s}})
    if (auto *button = findChild<QToolButton *>(name))
      button->setIcon(icon(iconName));
}

void DayCalendar::paintCell(QPainter *painter, const QRect &rect, QDate date) const {
  const auto &theme = Theme::of(this);
  const bool isChosen = date == selectedDate();
  const bool isOfMonth = date.month() == monthShown();
  painter->fillRect(rect, theme.raised);
  if (isChosen)
    drawSurface(painter, rect.adjusted(2, 1, -2, -1), radius::control, theme.accent, theme.accent);
  drawText(painter, rect, locale().toString(date.day()),
           {.style = TextStyle::Body,
            .color = isChosen    ? theme.onAccent
                     : isOfMonth ? theme.text
                                 : theme.muted,
            .alignment = Qt::AlignCenter,
            .figures = Figures::Tabular});
}

} // namespace tenantry::ui
