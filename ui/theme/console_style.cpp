// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style_bars.h"
#include "ui/theme/style_buttons.h"
#include "ui/theme/style_fields.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int arrowSpace = 26;

bool isTextArea(const QWidget *widget) {
  return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

int frameWidth(const QWidget *widget) {
  if (isTextArea(widget))
    return space::x1;
  return qobject_cast<const QAbstractScrollArea *>(widget) ? 0 : 1;
}

} // namespace

ConsoleStyle::ConsoleStyle() : QProxyStyle(u"Fusion"_s) {}

void ConsoleStyle::polish(QWidget *widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QTabBar *>(widget) ||
      qobject_cast<QHeaderView *>(widget) || qobject_cast<QComboBox *>(widget))
    widget->setAttribute(Qt::WA_Hover);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const {
  switch (metric) {
  case PM_DefaultFrameWidth:
    return frameWidth(widget);
  case PM_ScrollBarExtent:
    return width::scrollBar;
  case PM_ScrollBarSliderMin:
    return 32;
  case PM_SplitterWidth:
    return 1;
  case PM_IndicatorWidth:
  case PM_IndicatorHeight:
  case PM_ExclusiveIndicatorWidth:
  case PM_ExclusiveIndicatorHeight:
  case PM_ButtonIconSize:
  case PM_SmallIconSize:
    return iconSize::control;
  case PM_CheckBoxLabelSpacing:
  case PM_RadioButtonLabelSpacing:
    return space::x2;
  case PM_ButtonShiftHorizontal:
  case PM_ButtonShiftVertical:
  case PM_TabBarTabHSpace:
  case PM_TabBarTabVSpace:
  case PM_TabBarBaseHeight:
  case PM_TabBarBaseOverlap:
  case PM_ScrollView_ScrollBarSpacing:
    return 0;
  default:
    return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const {
  switch (hint) {
  case SH_EtchDisabledText:
  case SH_ScrollBar_ContextMenu:
  case SH_UnderlineShortcut:
  case SH_ComboBox_Popup:
    return 0;
  case SH_ItemView_ShowDecorationSelected:
  case SH_ScrollBar_LeftClickAbsolutePosition:
    return 1;
  case SH_ToolTip_WakeUpDelay:
    return 400;
  case SH_Widget_Animation_Duration:
    return 120;
  default:
    return QProxyStyle::styleHint(hint, option, widget, returnData);
  }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &size, const QWidget *widget) const {
  const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
  case CT_PushButton:
    return buttonSize(*qstyleoption_cast<const QStyleOptionButton *>(option), widget);
  case CT_LineEdit:
    return {own.width(), height::control};
  case CT_ComboBox:
  case CT_SpinBox: // of date edits too, whose arrow is that of a combo box
    return {size.width() + space::x3 + arrowSpace, height::control};
  case CT_TabBarTab:
    return tabSize(*qstyleoption_cast<const QStyleOptionTab *>(option));
  case CT_HeaderSection:
    return {own.width(), height::tableHeader};
  case CT_MenuItem:
    return {own.width() + space::x4,
            std::max(own.height(), size.height() > 10 ? height::compactControl : 0)};
  default:
    return own;
  }
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const {
  if (element == SE_LineEditContents) {
    const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return panel && panel->lineWidth == 0 ? option->rect
                                          : option->rect.adjusted(space::x2, 1, -space::x2, -1);
  }
  if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect)
    return QProxyStyle::subElementRect(element, option, widget).united(option->rect);
  return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl part, const QWidget *widget) const {
  if (control == CC_ScrollBar)
    return scrollBarPart(*qstyleoption_cast<const QStyleOptionSlider *>(option), part);
  if (control == CC_ComboBox && part == SC_ComboBoxEditField)
    return visualRect(option->direction, option->rect,
                      option->rect.adjusted(space::x2, 1, -arrowSpace, -1));
  if (control == CC_SpinBox)
    return visualRect(option->direction, option->rect, spinBoxPart(option->rect, part));
  return QProxyStyle::subControlRect(control, option, part, widget);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const {
  painter->save();
  switch (element) {
  case PE_FrameFocusRect:
    if (!qobject_cast<const QAbstractItemView *>(widget) &&
        (option->state & State_KeyboardFocusChange))
      drawFocusRing(*option, painter);
    break;
  case PE_PanelLineEdit:
  case PE_FrameLineEdit:
    if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        panel && panel->lineWidth > 0)
      drawField(*option, painter, widget);
    break;
  case PE_Frame:
    if (isTextArea(widget))
      drawField(*option, painter, widget);
    break;
  case PE_PanelButtonCommand:
    drawButtonPanel(*option, painter, widget);
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
      drawFocusRing(*option, painter); // Fusion does it here too
    break;
  case PE_PanelButtonTool:
    drawToolPanel(*option, painter);
    break;
  case PE_IndicatorCheckBox:
  case PE_IndicatorItemViewItemCheck:
    drawCheckMark(*option, painter);
    break;
  case PE_IndicatorRadioButton:
    drawRadioMark(*option, painter);
    break;
  case PE_IndicatorBranch:
    drawBranch(*option, painter);
    break;
  case PE_PanelTipLabel:
    painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
    break;
  case PE_PanelMenu:
  case PE_FrameMenu:
    drawMenuPanel(*option, painter);
    break;
  case PE_FrameTabBarBase:
  case PE_FrameStatusBarItem:
  case PE_FrameDefaultButton:
  case PE_IndicatorHeaderArrow: // the label of a section draws it
    break;
  default:
    QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
  painter->restore();
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const {
  painter->save();
  switch (element) {
  case CE_PushButtonLabel:
    drawButtonLabel(*qstyleoption_cast<const QStyleOptionButton *>(option), painter, widget);
    break;
  case CE_HeaderSection:
  case CE_HeaderEmptyArea:
    drawHeaderSection(*option, painter);
    break;
  case CE_HeaderLabel:
    drawHeaderLabel(*qstyleoption_cast<const QStyleOptionHeader *>(option), painter, widget);
    break;
  case CE_TabBarTabShape:
    drawTabShape(*qstyleoption_cast<const QStyleOptionTab *>(option), painter);
    break;
  case CE_TabBarTabLabel:
    drawTabLabel(*qstyleoption_cast<const QStyleOptionTab *>(option), painter);
    break;
  case CE_ProgressBar:
    drawProgress(*qstyleoption_cast<const QStyleOptionProgressBar *>(option), painter);
    break;
  case CE_Splitter:
    painter->fillRect(option->rect, Theme::of(option->palette).border);
    break;
  default:
    QProxyStyle::drawControl(element, option, painter, widget);
  }
  painter->restore();
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const {
  painter->save();
  switch (control) {
  case CC_ScrollBar:
    drawScrollBar(*qstyleoption_cast<const QStyleOptionSlider *>(option), painter);
    break;
  case CC_ComboBox:
    drawComboBox(*qstyleoption_cast<const QStyleOptionComboBox *>(option), painter, widget);
    break;
  case CC_SpinBox:
    drawSpinBox(*qstyleoption_cast<const QStyleOptionSpinBox *>(option), painter, widget);
    break;
  default:
    QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
  painter->restore();
}

} // namespace tenantry::ui
