# Icons and the style sheet, found by the application under ":/icons" and ":/styles".
set(HOMEWARD_ICONS
    account
    admin
    arrow-down
    arrow-up
    back
    calendar
    carers
    chart
    check
    chevron-down
    child-placeholder
    children
    close
    copy
    drop-file
    equal
    export
    filter
    forward
    framework
    history
    homeward
    import
    info
    insight
    lock
    matching
    my-work
    placements
    plus
    print
    question
    save
    search
    settings
    sign-out
    star
    table
    theme
    verify
    warning)
list(TRANSFORM HOMEWARD_ICONS PREPEND icons/)
list(TRANSFORM HOMEWARD_ICONS APPEND .svg)
set(HOMEWARD_LOOK ${HOMEWARD_ICONS} styles/homeward.qss)
list(TRANSFORM HOMEWARD_LOOK PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
qt_add_resources(homeward_ui_pages homeward_look PREFIX "/" BASE ${CMAKE_CURRENT_LIST_DIR}
    FILES ${HOMEWARD_LOOK})
