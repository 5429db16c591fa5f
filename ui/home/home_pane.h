// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/home_board.h"
#include "ui/shell/pane.h"
#include <map>

class QGridLayout;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class EmptyState;
class FigureButton;
class FigurePage;
class HomeCard;
class ListMemory;
class MrrCard;
class ScrollPage;
class SectionHeader;

/// Where the day begins: the figures of one's group, and what waits to be done, each a step away
/// from the rows behind it. Those that no list of another pane has open in place of the figures
/// (…?tab=renewals).
class HomePane : public Pane {
  Q_OBJECT

public:
  HomePane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString iconName() const override { return QStringLiteral("home"); }
  [[nodiscard]] QChar letter() const override { return u'H'; }
  [[nodiscard]] Place home() const override { return {Place::Kind::Home, {}, {}, {}}; }
  [[nodiscard]] QString heading() const override;
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  [[nodiscard]] std::optional<Place> outermost() const override;
  void reload() override;
  void focusFilter() override {}
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  void keepIn(ListMemory &memory); ///< the columns of the rows behind figures
  [[nodiscard]] FigureButton *figure(models::HomeFigure figure) const;
  [[nodiscard]] HomeCard *card(models::HomeFigure figure) const;
  [[nodiscard]] FigurePage *rows() const { return m_rows; }

Q_SIGNALS:
  void runCounted(qint64 findings); ///< of the run that it previews

protected:
  void showEvent(QShowEvent *event) override;
  void hideEvent(QHideEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  [[nodiscard]] QWidget *makeStrip();
  [[nodiscard]] QWidget *makeContent();
  void addCards(QWidget *content);
  void addReview();
  void showHeader(); ///< as it is for what is shown
  void showFacts();
  void showState();
  void reportSettled();
  void arrange();
  void arrangeStrip();
  [[nodiscard]] Zone zone() const;

  models::Connection &m_connection;
  models::HomeBoard m_board;
  SectionHeader *m_header;
  QPushButton *m_toFigures;        ///< from the rows of one
  QPushButton *m_review = nullptr; ///< the run
  QStackedWidget *m_pages;
  EmptyState *m_empty;
  ScrollPage *m_scroll;
  FigurePage *m_rows;
  QWidget *m_strip = nullptr;
  MrrCard *m_mrr = nullptr;
  QGridLayout *m_stripGrid;
  QGridLayout *m_grid;
  std::map<models::HomeFigure, FigureButton *> m_figures;
  std::map<models::HomeFigure, HomeCard *> m_cards;
  bool m_isInFull = false; ///< the rows of one figure are shown
};

} // namespace tenantry::ui
