// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCalendarWidget>

namespace tenantry::ui {

/// A month to choose a day from, in our tones: Qt's has colours and arrows of its own.
class DayCalendar : public QCalendarWidget {
public:
  explicit DayCalendar(const QLocale &locale, QWidget *parent = nullptr);

protected:
  void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;
};

} // namespace tenantry::ui
