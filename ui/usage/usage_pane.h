// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/usage_figures.h"
#include "ui/shell/pane.h"
#include "ui/widgets/tab_strip.h"

class QPushButton;
class QStackedWidget;

namespace tenantry::models {
class DraftStore;
class RunningWork;
} // namespace tenantry::models

namespace tenantry::ui {

class ArrivalsPage;
class DimensionPage;
class EmptyState;
class EventsPage;
class LatePage;
class ListMemory;
class OneUsagePage;
class SectionHeader;
class StandingsPage;

/// Usage over all organizations: who uses most and comes near a limit, how much comes in, and what
/// comes late; and the events of one organization, one by one or by a dimension, which stand in its
/// place.
class UsagePane : public Pane {
  Q_OBJECT

public:
  enum Tab { Organizations, Arrivals, Late };

  UsagePane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString heading() const override;
  [[nodiscard]] QChar letter() const override { return u'U'; }
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override;
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  [[nodiscard]] std::optional<Place> outermost() const override;
  [[nodiscard]] Place narrowedTo(const Place &place) const override;
  void reload() override;
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  void keepIn(ListMemory &memory);
  void keepDraftsIn(models::DraftStore &drafts);
  [[nodiscard]] models::UsageFigures &figures() { return m_figures; }
  [[nodiscard]] StandingsPage *standings() const { return m_standings; }
  [[nodiscard]] ArrivalsPage *arrivals() const { return m_arrivals; }
  [[nodiscard]] LatePage *late() const { return m_late; }
  [[nodiscard]] EventsPage *events() const { return m_events; }
  [[nodiscard]] DimensionPage *dimensions() const { return m_dimensions; }
  [[nodiscard]] bool showsEvents() const;     ///< of one organization, instead of the tabs
  [[nodiscard]] bool showsDimensions() const; ///< likewise
  [[nodiscard]] TabStrip *tabs() const { return m_tabs; }

protected:
  void showEvent(QShowEvent *event) override;
  void hideEvent(QHideEvent *event) override;

private:
  void lay();
  [[nodiscard]] QWidget *makeTabs();
  void connectPages();
  void showFigures();
  void showFact();
  void showTab(int tab);
  /// What is shown of one organization; null: the tabs are.
  [[nodiscard]] OneUsagePage *ofOne() const;
  [[nodiscard]] static bool isOfOne(const Place &place);
  void openOfOne(const Place &place);
  void leaveOne();
  void connectOfOne(OneUsagePage *page);
  void connectBack();
  void followSwitches(); ///< which of the two is not shown
  [[nodiscard]] QPushButton *addSwitch(const QString &name, const QKeySequence &keys,
                                       const QString &tab);
  void showHeader(); ///< as it is for what is shown
  void reportSettled();
  [[nodiscard]] Place place() const;
  [[nodiscard]] Place tabPlace() const;

  models::UsageFigures m_figures;
  SectionHeader *m_header;
  QStackedWidget *m_tabPages;
  TabStrip *m_tabs;
  StandingsPage *m_standings;
  ArrivalsPage *m_arrivals;
  LatePage *m_late;
  EventsPage *m_events;
  DimensionPage *m_dimensions;
  QPushButton *m_toUsage; ///< of everybody, from that of one
  QPushButton *m_back;    ///< to the organization, from its events
  QPushButton *m_correct; ///< of its events
  QPushButton *m_toDimensions;
  QPushButton *m_toEvents;
  EmptyState *m_state;
  QStackedWidget *m_pages;
  bool m_isOpening = false;
};

} // namespace tenantry::ui
