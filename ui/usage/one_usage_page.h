// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/event_words.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

/// A list about one metric of one organization in one period, which a link names: what they are
/// called, and the chips that choose another metric or period.
class OneUsagePage : public ListPage {
  Q_OBJECT

public:
  [[nodiscard]] QString heading() const;     ///< "API calls of Acme"; empty: not known yet
  [[nodiscard]] QString metricTitle() const; ///< "API calls"; likewise
  [[nodiscard]] QString whose() const;
  [[nodiscard]] QString fact() const; ///< "31 Jan – 27 Feb 2026 · 1,234 used"
  [[nodiscard]] virtual models::AskedEvents asked() const = 0;
  /// As a link has it.
  [[nodiscard]] virtual Place place() const = 0;

Q_SIGNALS:
  void wordsChanged();  ///< heading or fact
  void placeNarrowed(); ///< another metric, period or dimension

protected:
  using ListPage::ListPage;

  /// Once a page came; null before.
  [[nodiscard]] virtual const models::EventWords *words() const = 0;
  void showFilter() override;
  [[nodiscard]] static QList<FilterOffer> metricAndPeriod(const OneUsagePage *page);
  /// Of what is asked for, in that part of the usage pane.
  [[nodiscard]] Place placeIn(const QString &tab) const;
  /// Nothing was counted in the period.
  [[nodiscard]] EmptyStateContent noEvents() const;

private:
  [[nodiscard]] QStringList metrics() const;
  [[nodiscard]] QStringList periods() const;
  [[nodiscard]] QString periodNamed(const QString &key) const;
};

} // namespace tenantry::ui
